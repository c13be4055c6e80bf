package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.Gateway.AllowedListeners;
import io.meshc.dialect.gateway.Gateway.Validation;
import io.meshc.dialect.gateway.Listener;
import io.meshc.dialect.gateway.Listener.From;
import io.meshc.dialect.gateway.Listener.ListenerTls;
import io.meshc.dialect.gateway.ListenerSet;
import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.model.match.Truth;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The listeners of a Gateway: its own, and those that ListenerSets add. Of its own none is accepted that conflicts with another; those of
/// sets stand behind what is there already.
///
/// Source: gateway-api.sigs.k8s.io, Gateway, "listeners"; GEP-1713. A listener whose certificate is missing or not granted serves
/// nothing (measured).
final class Listenings {
  private final Environment environment;
  private final Gateway gateway;

  private Listenings(Environment environment, Gateway gateway) {
    this.environment = environment;
    this.gateway = gateway;
  }

  static List<Listening> of(Gateway gateway, Environment environment) {
    var listenings = new Listenings(environment, gateway);
    var all = new Accepted(listenings.own());
    environment.bound().sets(gateway).stream()
        .sorted(
            Comparator.comparing((ListenerSet it) -> it.meta().namespace())
                .thenComparing(it -> it.meta().name()))
        .forEach(it -> listenings.add(it, all));
    return all.listeners().stream().filter(listenings::hasCertificates).toList();
  }

  private List<Listening> own() {
    List<Listening> written =
        gateway.listeners().stream()
            .map(it -> new Listening(gateway, gateway.meta(), it, false))
            .toList();
    var all = new Accepted(written);
    return IntStream.range(0, written.size())
        .filter(it -> !all.conflicts(written.get(it), it))
        .mapToObj(written::get)
        .toList();
  }

  private void add(ListenerSet set, Accepted all) {
    Truth allowed =
        environment.allows(
            gateway.allowedListeners().flatMap(AllowedListeners::namespaces),
            From.NONE,
            gateway.meta(),
            set.meta().namespace());
    if (allowed.isNo()) {
      return;
    }
    boolean byAge = environment.implementation().profile() != GatewayProfile.ISTIO;
    var added = new ArrayList<Listening>();
    for (Listener it : set.listeners()) {
      var next = new Listening(gateway, set.meta(), it, !allowed.isYes());
      List<Integer> against = all.against(next);
      boolean ofGateway =
          against.stream().anyMatch(at -> all.get(at).holder().equals(gateway.meta()));
      if (against.isEmpty()) {
        added.add(next);
      } else if (byAge && !ofGateway) {
        // The older set holds, and the repo does not show which that is.
        against.forEach(all::doubt);
      }
    }
    added.forEach(all::add);
  }

  /// TLS that ends here takes certificates, of the server and of those who sign for clients, each of which has to be there and may
  /// have to be granted.
  private boolean hasCertificates(Listening it) {
    boolean ends = it.protocol().equals("HTTPS") || it.protocol().equals("TLS") && !it.passes();
    List<ObjectRef> roots =
        it.protocol().equals("HTTPS")
            ? it.clients().map(Validation::caCertificateRefs).orElse(List.of())
            : List.of();
    return !ends
        || Stream.concat(
                it.written().tls().map(ListenerTls::certificateRefs).orElse(List.of()).stream(),
                roots.stream())
            .allMatch(certificate -> isResolved(certificate, it));
  }

  private boolean isResolved(ObjectRef certificate, Listening of) {
    String group = certificate.group().map(At::value).orElse("");
    String kind = certificate.kind().map(At::value).orElse("Secret");
    String namespace = certificate.namespace().map(At::value).orElse(of.holder().namespace());
    String name = certificate.name().map(At::value).orElse("");
    return environment.grants().allow(of.holder(), group, kind, namespace, name)
        && environment.mayHold(group, kind, namespace, name);
  }
}
