package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Map;
import java.util.Optional;

/// @param concurrency worker threads of the proxy; 0 for one a core
/// @param origin of `spec`
public record ProxyConfig(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<At<Long>> concurrency,
    Map<String, At<String>> environmentVariables,
    Optional<Image> image,
    Origin origin)
    implements Resource {
  public ProxyConfig {
    environmentVariables = Map.copyOf(environmentVariables);
  }

  public record Image(Optional<At<String>> imageType, Origin origin) {}
}
