package io.meshc.lower.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.PeerAuthentication.MutualTls;
import io.meshc.dialect.istio.security.RenderPeerAuthentication;
import io.meshc.dialect.istio.security.WorkloadSelector;
import io.meshc.lower.Lowered;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.model.PeerTls;
import io.meshc.model.Plane;
import io.meshc.model.Scope;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Peer TLS → PeerAuthentications: `default` in each namespace for what holds in all of the plane, and one for each selection
/// of Pods. Never one for the whole mesh, which may hold more than this repo.
final class LowerPeerTls {
  private static final String GROUP = "security.istio.io";
  private static final String KIND = "PeerAuthentication";

  private LowerPeerTls() {}

  static Lowered<Output> lower(Translation translation) {
    var created = new ArrayList<Created>();
    for (Plane plane : translation.planes()) {
      List<PeerTls> policies =
          translation.mesh().peerTls().stream()
              .filter(it -> it.plane().equals(plane.id()))
              .toList();
      for (String namespace : translation.namespaces(plane)) {
        if (!translation.isRoot(namespace)) {
          ofNamespace(namespace, policies)
              .ifPresent(
                  it -> created.add(written(it, namespace, "default", Map.of(), translation)));
        }
      }
      for (PeerTls policy : policies) {
        if (policy.scope() instanceof Scope.Selected(var namespace, var labels)) {
          created.add(written(policy, namespace, policy.resource().name(), labels, translation));
        }
      }
    }
    return Lowered.exact(Output.of(created));
  }

  private static Optional<PeerTls> ofNamespace(String namespace, List<PeerTls> policies) {
    Scope own = new Scope.InNamespace(namespace);
    return of(own, policies).or(() -> of(new Scope.Everywhere(), policies));
  }

  private static Optional<PeerTls> of(Scope scope, List<PeerTls> policies) {
    return policies.stream()
        .filter(it -> it.scope().equals(scope) && it.mode().value() != PeerTls.Mode.UNSET)
        .findFirst();
  }

  private static Created written(
      PeerTls policy,
      String namespace,
      String wanted,
      Map<String, String> labels,
      Translation translation) {
    String name = translation.names().give(GROUP, KIND, namespace, wanted);
    Meta meta = Translation.security(KIND, namespace, name);
    var ports = new HashMap<String, MutualTls>();
    policy.ports().forEach((port, mode) -> ports.put(String.valueOf(port), tls(mode)));
    var written =
        new PeerAuthentication(
            meta,
            WorkloadSelector.of(Translation.labels(labels), policy.origin()),
            Optional.of(tls(policy.mode())),
            labels.isEmpty() || ports.isEmpty() ? Optional.empty() : Optional.of(ports));
    return Translation.created(
        meta, RenderPeerAuthentication.render(written), List.of(policy.origin()));
  }

  private static MutualTls tls(At<PeerTls.Mode> mode) {
    return new MutualTls(Optional.of(mode.map(LowerPeerTls::mode)), List.of(), mode.origin());
  }

  private static PeerAuthentication.Mode mode(PeerTls.Mode mode) {
    return switch (mode) {
      case UNSET -> PeerAuthentication.Mode.UNSET;
      case DISABLE -> PeerAuthentication.Mode.DISABLE;
      case PERMISSIVE -> PeerAuthentication.Mode.PERMISSIVE;
      case STRICT -> PeerAuthentication.Mode.STRICT;
    };
  }
}
