package io.meshc.normalize.istio;

import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication.MutualTls;
import io.meshc.model.PeerTls;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// PeerAuthentication → peer TLS of its workloads. One with a selector in the root namespace has no effect at all.
///
/// Source: istio.io, "PeerAuthentication"; istio/istio, pilot/pkg/security/authn, which composes them.
final class NormalizePeerAuthentication {
  private NormalizePeerAuthentication() {}

  /// What none of them decides is PERMISSIVE; one for the whole mesh takes the place of that.
  static Declarations all(List<PeerAuthentication> policies) {
    List<PeerTls> declared = policies.stream().flatMap(it -> one(it).stream()).toList();
    boolean decided =
        declared.stream()
            .anyMatch(it ->
                it.scope() instanceof Scope.Everywhere && it.mode().value() != PeerTls.Mode.UNSET);
    List<PeerTls> defaults = decided ? List.of() : List.of(IstioPlane.PERMISSIVE);
    return Part.peerTls(Stream.concat(declared.stream(), defaults.stream()).toList());
  }

  private static Optional<PeerTls> one(PeerAuthentication policy) {
    Map<String, String> labels =
        policy.selector().map(it -> Labels.of(it.matchLabels())).orElse(Map.of());
    if (IstioPlane.isRoot(policy.meta()) && !labels.isEmpty()) {
      return Optional.empty();
    }
    var ports = new HashMap<Integer, At<PeerTls.Mode>>();
    // Modes of ports count only in policies that select workloads.
    if (!labels.isEmpty()) {
      policy
          .portLevelMtls()
          .orElse(Map.of())
          .forEach((port, it) -> port(port).ifPresent(number -> ports.put(number, mode(it))));
    }
    At<PeerTls.Mode> mode =
        policy
            .mtls()
            .map(NormalizePeerAuthentication::mode)
            .orElse(At.of(PeerTls.Mode.UNSET, policy.meta().origin()));
    return Optional.of(
        new PeerTls(
            policy.meta().id(),
            IstioPlane.ID,
            IstioPlane.scope(policy.meta(), labels),
            mode,
            ports,
            policy.meta().origin()));
  }

  private static Optional<Integer> port(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static At<PeerTls.Mode> mode(MutualTls tls) {
    return tls.mode()
        .map(it -> it.<PeerTls.Mode>map(NormalizePeerAuthentication::mode))
        .orElse(At.of(PeerTls.Mode.UNSET, tls.origin()));
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
