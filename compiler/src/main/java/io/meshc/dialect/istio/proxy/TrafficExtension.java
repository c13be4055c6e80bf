package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Code that proxies run on what passes through them.
///
/// @param origin of `spec`
public record TrafficExtension(
    Meta meta,
    Optional<WorkloadSelector> selector,
    List<TargetRef> targetRefs,
    Optional<At<Phase>> phase,
    Optional<At<Long>> priority,
    List<TrafficSelector> match,
    Optional<Wasm> wasm,
    Optional<Lua> lua,
    Origin origin)
    implements Resource {
  public TrafficExtension {
    targetRefs = List.copyOf(targetRefs);
    match = List.copyOf(match);
  }

  public enum Phase {
    UNSPECIFIED,
    AUTHN,
    AUTHZ,
    STATS
  }

  public record Lua(Optional<At<String>> inlineCode, Origin origin) {}
}
