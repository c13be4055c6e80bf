package io.meshc.model;

import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Optional;

/// How clients of a plane talk to a Service.
///
/// @param balancing absent where the plane's default holds
/// @param mutualTls whether clients insist on mutual TLS; absent where the proxy finds out by itself
public record BackendPolicy(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    Optional<At<LoadBalancing>> balancing,
    Optional<At<Boolean>> mutualTls,
    Origin origin) {}
