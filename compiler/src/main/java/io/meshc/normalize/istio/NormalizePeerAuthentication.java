package io.meshc.normalize.istio;

import io.meshc.dialect.istio.PeerAuthentication;
import io.meshc.model.PeerTls;
import io.meshc.normalize.Declarations;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;

/// PeerAuthentication → peer TLS of its workloads. One with a selector in the root namespace has no effect at all.
///
/// Source: istio.io, "PeerAuthentication"; istio/istio, pilot/pkg/security/authn, which composes them.
final class NormalizePeerAuthentication {
  private NormalizePeerAuthentication() {}

  static Declarations normalize(PeerAuthentication policy) {
    if (IstioPlane.isRoot(policy.meta()) && !policy.selector().isEmpty()) {
      return Declarations.NONE;
    }
    var ports = new HashMap<Integer, At<PeerTls.Mode>>();
    // Modes of ports count only in policies that select workloads.
    if (!policy.selector().isEmpty()) {
      policy.ports().forEach((port, mode) -> ports.put(port, mode.map(NormalizePeerAuthentication::mode)));
    }
    At<PeerTls.Mode> mode =
        policy
            .mode()
            .map(it -> it.<PeerTls.Mode>map(NormalizePeerAuthentication::mode))
            .orElse(At.of(PeerTls.Mode.UNSET, policy.meta().origin()));
    return Part.peerTls(
        List.of(
            new PeerTls(
                policy.meta().id(),
                IstioPlane.ID,
                IstioPlane.scope(policy.meta(), policy.selector()),
                mode,
                ports,
                policy.meta().origin())));
  }

  private static PeerTls.Mode mode(PeerAuthentication.Mode mode) {
    return switch (mode) {
      case UNSET -> PeerTls.Mode.UNSET;
      case DISABLE -> PeerTls.Mode.DISABLE;
      case PERMISSIVE -> PeerTls.Mode.PERMISSIVE;
      case STRICT -> PeerTls.Mode.STRICT;
    };
  }
}
