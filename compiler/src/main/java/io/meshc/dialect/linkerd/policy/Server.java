package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// One port of some Pods or of some ExternalWorkloads.
///
/// @param port by number, or by the name that a container gives it
/// @param proxyProtocol how the port is read; absent means `unknown`
/// @param accessPolicy whom it lets in by itself; absent means `deny`
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record Server(
    Meta meta,
    Optional<LabelSelector> podSelector,
    Optional<LabelSelector> externalWorkloadSelector,
    Optional<At<PortName>> port,
    Optional<At<String>> proxyProtocol,
    Optional<At<String>> accessPolicy,
    boolean legible,
    Origin origin)
    implements Resource {}
