package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.security.TargetRef;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// A WebAssembly module that proxies run on what passes through them.
///
/// @param wasm the fields of the module, which stand beside the others
/// @param origin of `spec`
public record WasmPlugin(
    Meta meta,
    Optional<WorkloadSelector> selector,
    Optional<TargetRef> targetRef,
    List<TargetRef> targetRefs,
    Wasm wasm,
    Optional<At<Phase>> phase,
    Optional<At<Long>> priority,
    List<TrafficSelector> match,
    Origin origin)
    implements Resource {
  public WasmPlugin {
    targetRefs = List.copyOf(targetRefs);
    match = List.copyOf(match);
  }

  public enum Phase {
    UNSPECIFIED_PHASE,
    AUTHN,
    AUTHZ,
    STATS
  }
}
