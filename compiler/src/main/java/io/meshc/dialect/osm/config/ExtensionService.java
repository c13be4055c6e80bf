package io.meshc.dialect.osm.config;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.Optional;

/// `config.openservicemesh.io` ExtensionService: a server that proxies report to, by name. No request of the mesh goes there.
///
/// @param protocol `http1`, `http2` or `h2c`
public record ExtensionService(
    Meta meta,
    Optional<At<String>> host,
    Optional<At<Integer>> port,
    Optional<At<String>> protocol,
    Optional<At<String>> connectTimeout)
    implements Resource {}
