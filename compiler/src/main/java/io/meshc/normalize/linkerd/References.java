package io.meshc.normalize.linkerd;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.MeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.RateLimitPolicy;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// What objects of Linkerd name: for whoever asks whether it is there.
final class References {
  /// The kinds that may be named, as they are spelled.
  private static final List<ResourceId> KINDS =
      List.of(
          new ResourceId(LinkerdPlane.POLICY, "Server", "", ""),
          new ResourceId(LinkerdPlane.POLICY, "HTTPRoute", "", ""),
          new ResourceId(LinkerdPlane.GATEWAY, "HTTPRoute", "", ""),
          new ResourceId(LinkerdPlane.GATEWAY, "GRPCRoute", "", ""),
          new ResourceId(LinkerdPlane.POLICY, "MeshTLSAuthentication", "", ""),
          new ResourceId(LinkerdPlane.POLICY, "NetworkAuthentication", "", ""),
          new ResourceId("", "ServiceAccount", "", ""));

  private final Clients clients;
  private final Ledger ledger;

  private References(Clients clients, Ledger ledger) {
    this.clients = clients;
    this.ledger = ledger;
  }

  static void all(Resources resources, Clients clients, Ledger ledger) {
    var references = new References(clients, ledger);
    for (AuthorizationPolicy it : resources.of(AuthorizationPolicy.class)) {
      it.targetRef().ifPresent(ref -> references.add(it.meta(), ref, "target"));
      it.requiredAuthenticationRefs()
          .forEach(ref -> references.add(it.meta(), ref, "authentication"));
    }
    for (MeshTlsAuthentication it : resources.of(MeshTlsAuthentication.class)) {
      it.identityRefs().forEach(ref -> references.add(it.meta(), ref, "client"));
      it.identities().forEach(name -> references.identity(it.meta(), name));
    }
    for (RateLimitPolicy it : resources.of(RateLimitPolicy.class)) {
      it.targetRef().ifPresent(ref -> references.add(it.meta(), ref, "target"));
    }
    for (ServerAuthorization it : resources.of(ServerAuthorization.class)) {
      references.serverOf(it);
      it.client().flatMap(ServerAuthorization.Client::meshTls).stream()
          .flatMap(tls -> tls.identities().stream())
          .forEach(name -> references.identity(it.meta(), name));
    }
  }

  private void add(Meta from, ObjectRef ref, String role) {
    for (ResourceId kind : KINDS) {
      if (ref.isOf(kind.group(), kind.kind())) {
        add(from, kind, ref.namespaceOr(from.namespace()), ref.name(), role);
      }
    }
  }

  /// The account of this cluster that has a name.
  private void identity(Meta from, At<String> name) {
    clients
        .identityOf(name.value())
        .filter(it -> it.trustDomain().equals(clients.plane().trustDomain()))
        .filter(it -> !name.value().startsWith("*"))
        .ifPresent(it ->
            ledger.add(
                new DeclaredReference(
                    from.id(),
                    new ResourceId("", "ServiceAccount", it.namespace(), it.account()),
                    "client",
                    name.origin())));
  }

  private void serverOf(ServerAuthorization authorization) {
    authorization
        .server()
        .flatMap(ServerAuthorization.Target::name)
        .ifPresent(it ->
            add(
                authorization.meta(),
                KINDS.getFirst(),
                authorization.meta().namespace(),
                Optional.of(it),
                "target"));
  }

  private void add(
      Meta from, ResourceId kind, String namespace, Optional<At<String>> name, String role) {
    name.ifPresent(it ->
        ledger.add(
            new DeclaredReference(
                from.id(),
                new ResourceId(kind.group(), kind.kind(), namespace, it.value()),
                role,
                it.origin())));
  }
}
