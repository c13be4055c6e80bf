package io.meshc.dialect.gateway.route;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// What a route is attached to. Absent fields stay absent here: what they stand for depends on the group of the route.
///
/// @param sectionName of a listener, or of a port
public record ParentRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Optional<At<String>> sectionName,
    Optional<At<Long>> port,
    Origin origin) {}
