package io.meshc.normalize.istio;

import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication.MutualTls;
import io.meshc.model.PeerTls;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// PeerAuthentication → peer TLS of its workloads. One with a selector reaches no other namespace, in the root namespace
/// neither (measured).
///
/// Source: istio.io, "PeerAuthentication"; istio/istio, pilot/pkg/security/authn, which composes them.
final class NormalizePeerAuthentication {
  private NormalizePeerAuthentication() {}

  /// What none of them decides is PERMISSIVE; one for the whole mesh takes the place of that.
  static void all(List<PeerAuthentication> policies, IstioPlane plane, Ledger ledger) {
    List<PeerTls> declared = policies.stream().map(it -> one(it, plane)).toList();
    declared.forEach(ledger::add);
    boolean decided =
        declared.stream()
            .anyMatch(it ->
                it.scope() instanceof Scope.Everywhere && it.mode().value() != PeerTls.Mode.UNSET);
    if (!decided) {
      ledger.add(plane.permissive());
    }
    for (PeerAuthentication it : policies) {
      gaps(it)
          .forEach(gap ->
              ledger.add(
                  IstioPlane.unknown(
                      it.meta(),
                      plane.scopeAtHome(it.meta(), labels(it)),
                      "`" + gap.field() + "`",
                      gap.origin())));
    }
  }

  private static Stream<Gap> gaps(PeerAuthentication policy) {
    return Stream.concat(
            policy.mtls().stream(), policy.portLevelMtls().orElse(Map.of()).values().stream())
        .flatMap(it -> it.gaps().stream());
  }

  private static Map<String, String> labels(PeerAuthentication policy) {
    return policy.selector().map(it -> Labels.of(it.matchLabels())).orElse(Map.of());
  }

  private static PeerTls one(PeerAuthentication policy, IstioPlane plane) {
    Map<String, String> labels = labels(policy);
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
    return new PeerTls(
        policy.meta().id(),
        IstioPlane.ID,
        plane.scopeAtHome(policy.meta(), labels),
        mode,
        ports,
        policy.meta().origin());
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
