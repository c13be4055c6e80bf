package io.meshc.dialect.gateway;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// The name of an object.
///
/// @param namespace absent for that of the referrer
/// @param sectionName a part of it
public record ObjectRef(
    Optional<At<String>> group,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Optional<At<String>> namespace,
    Optional<At<String>> sectionName,
    Origin origin) {}
