package io.meshc.normalize.istio;

import io.meshc.dialect.istio.security.RequestAuthentication;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.normalize.Declarations;
import java.util.List;

/// RequestAuthentication → something that may deny what its workloads are sent.
final class NormalizeRequestAuthentication {
  private NormalizeRequestAuthentication() {}

  static Declarations normalize(RequestAuthentication policy) {
    var labels =
        policy.selector().map(it -> Labels.of(it.matchLabels())).orElse(java.util.Map.of());
    var extension =
        new Extension(
            policy.meta().id(),
            IstioPlane.ID,
            IstioPlane.scope(policy.meta(), labels),
            "a RequestAuthentication",
            Touches.MAY_DENY,
            policy.meta().origin());
    return Part.extensions(List.of(extension));
  }
}
