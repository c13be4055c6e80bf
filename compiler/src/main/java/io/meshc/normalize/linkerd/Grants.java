package io.meshc.normalize.linkerd;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.MeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.NetworkAuthentication;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Client;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.MeshTls;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who is let in by AuthorizationPolicies and ServerAuthorizations, by what they are about. There is no denial among them: any of
/// them that takes a client suffices.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index, `policy_client_authz` and `to_authz`.
final class Grants {
  private final Clients clients;
  private final Resources resources;
  private final boolean closed;
  private final Set<String> namespaces = new HashSet<>();
  private final Map<ResourceId, MeshTlsAuthentication> meshTls = new HashMap<>();
  private final Map<ResourceId, NetworkAuthentication> networks = new HashMap<>();

  /// By their namespace.
  private final Map<String, List<ServerAuthorization>> authorizations;

  /// By the Server, the Namespace or the route.
  private final Map<ResourceId, List<Grant>> byTarget = new HashMap<>();

  private Grants(Resources resources, Clients clients, boolean closed) {
    this.resources = resources;
    this.clients = clients;
    this.closed = closed;
    resources.all().forEach(it -> namespaces.add(it.meta().namespace()));
    authorizations =
        resources.of(ServerAuthorization.class).stream()
            .collect(groupingBy(it -> it.meta().namespace()));
    resources.of(MeshTlsAuthentication.class).forEach(it -> meshTls.put(it.meta().id(), it));
    resources.of(NetworkAuthentication.class).forEach(it -> networks.put(it.meta().id(), it));
  }

  static Grants of(Resources resources, Clients clients, boolean closed) {
    var grants = new Grants(resources, clients, closed);
    resources.of(AuthorizationPolicy.class).forEach(grants::policy);
    return grants;
  }

  /// At a Server, whatever the route.
  List<Grant> at(Server server) {
    Meta meta = server.meta();
    var all = new ArrayList<Grant>();
    for (ServerAuthorization it : authorizations.getOrDefault(meta.namespace(), List.of())) {
      if (isAbout(it, server)) {
        authorization(it).ifPresent(all::add);
      }
    }
    all.addAll(at(meta.id()));
    all.addAll(at(new ResourceId("", "Namespace", "", meta.namespace())));
    return all;
  }

  /// At a route.
  List<Grant> at(ResourceId target) {
    return byTarget.getOrDefault(target, List.of());
  }

  /// A policy about a whole namespace is about its Servers, and not about ports without one.
  private void policy(AuthorizationPolicy policy) {
    String namespace = policy.meta().namespace();
    Optional<ResourceId> target = policy.targetRef().flatMap(it -> target(it, namespace));
    target.ifPresent(it ->
        required(policy)
            .ifPresent(match ->
                byTarget
                    .computeIfAbsent(it, _ -> new ArrayList<>())
                    .add(new Grant(policy.meta().id(), At.of(match, policy.origin())))));
  }

  static Optional<ResourceId> target(ObjectRef ref, String namespace) {
    if (ref.isOf("", "Namespace")) {
      return ref.nameOrNone().equals(namespace)
          ? Optional.of(new ResourceId("", "Namespace", "", namespace))
          : Optional.empty();
    }
    for (ResourceId kind : TARGETS) {
      if (ref.isOf(kind.group(), kind.kind())) {
        return Optional.of(new ResourceId(kind.group(), kind.kind(), namespace, ref.nameOrNone()));
      }
    }
    return Optional.empty();
  }

  private static final List<ResourceId> TARGETS =
      List.of(
          new ResourceId(LinkerdPlane.POLICY, "Server", "", ""),
          new ResourceId(LinkerdPlane.POLICY, "HTTPRoute", "", ""),
          new ResourceId(LinkerdPlane.GATEWAY, "HTTPRoute", "", ""),
          new ResourceId(LinkerdPlane.GATEWAY, "GRPCRoute", "", ""));

  /// All that is required; nothing where something that is required is not there: the policy counts for nothing then.
  private Optional<Match> required(AuthorizationPolicy policy) {
    if (!policy.legible()) {
      return Optional.of(unclear(policy.meta(), "is refused by the API server as it stands"));
    }
    var parts = new ArrayList<Match>();
    var identities = new ArrayList<Match>();
    for (ObjectRef ref : policy.requiredAuthenticationRefs()) {
      String namespace = ref.namespaceOr(policy.meta().namespace());
      if (ref.isOf("", "ServiceAccount")) {
        identities.add(clients.account(namespace, ref.nameOrNone()));
        continue;
      }
      Optional<Match> part = authentication(ref, namespace);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    if (!identities.isEmpty()) {
      parts.add(Match.oneOf(identities));
    }
    return Optional.of(Match.all(parts));
  }

  /// Empty where there is no such object.
  private Optional<Match> authentication(ObjectRef ref, String namespace) {
    boolean tls = ref.isOf(LinkerdPlane.POLICY, "MeshTLSAuthentication");
    String kind = tls ? "MeshTLSAuthentication" : "NetworkAuthentication";
    if (!tls && !ref.isOf(LinkerdPlane.POLICY, "NetworkAuthentication")) {
      return Optional.empty();
    }
    var id = new ResourceId(LinkerdPlane.POLICY, kind, namespace, ref.nameOrNone());
    Optional<Match> found =
        tls
            ? Optional.ofNullable(meshTls.get(id)).map(this::identities)
            : Optional.ofNullable(networks.get(id)).map(this::networks);
    if (found.isPresent() || isShown(id)) {
      return found;
    }
    String because = "`" + id.label() + "` is not in the repo";
    return Optional.of(new Match.Unclear(Match.NONE, Match.ANY, because));
  }

  /// Whether a thing that is not there is surely not there.
  private boolean isShown(ResourceId id) {
    boolean hidden =
        resources.of(HiddenObject.class).stream()
            .map(HiddenObject::meta)
            .filter(it -> it.id().kind().equals(id.kind()) && it.id().group().equals(id.group()))
            .anyMatch(it ->
                (it.namespace().isEmpty() || it.namespace().equals(id.namespace()))
                    && (it.name().isEmpty() || it.name().equals(id.name())));
    return !hidden && (closed || namespaces.contains(id.namespace()));
  }

  private Match identities(MeshTlsAuthentication tls) {
    if (!tls.legible()) {
      return unclear(tls.meta(), "is refused by the API server as it stands");
    }
    var all = new ArrayList<Match>();
    tls.identities().forEach(it -> all.add(clients.identity(it.value())));
    tls.identityRefs().forEach(it -> all.add(clients.named(it, tls.meta().namespace())));
    return Match.oneOf(all);
  }

  private Match networks(NetworkAuthentication networks) {
    return networks.legible()
        ? Clients.networks(networks.networks())
        : unclear(networks.meta(), "is refused by the API server as it stands");
  }

  private static Match unclear(Meta meta, String why) {
    return new Match.Unclear(Match.NONE, Match.ANY, "`" + meta.id().label() + "` " + why);
  }

  private static boolean isAbout(ServerAuthorization authorization, Server server) {
    return authorization
        .server()
        .filter(it ->
            it.name().filter(name -> name.value().equals(server.meta().name())).isPresent()
                || it.selector()
                    .filter(selector -> Labels.select(selector, server.meta().labels()))
                    .isPresent())
        .isPresent();
  }

  /// Nothing for one that says of no client whom it lets in: Linkerd leaves it out.
  private Optional<Grant> authorization(ServerAuthorization it) {
    if (!it.legible() || it.client().isEmpty()) {
      Match unclear = unclear(it.meta(), "is refused by the API server as it stands");
      return Optional.of(new Grant(it.meta().id(), At.of(unclear, it.origin())));
    }
    Client client = it.client().get();
    Match from =
        client.networks().isEmpty() ? clients.inCluster() : Clients.networks(client.networks());
    return proven(client, it.meta())
        .map(proven -> new Grant(it.meta().id(), At.of(Match.all(proven, from), client.origin())));
  }

  /// What a client has to prove.
  private Optional<Match> proven(Client client, Meta meta) {
    boolean open = client.unauthenticated().map(At::value).orElse(false);
    if (client.meshTls().isEmpty()) {
      return open ? Optional.of(Match.ANY) : Optional.empty();
    }
    if (open) {
      return Optional.of(unclear(meta, "is refused by Linkerd's webhook as it stands"));
    }
    MeshTls tls = client.meshTls().get();
    if (tls.unauthenticatedTls().map(At::value).orElse(false)) {
      return Optional.of(Clients.PROVEN);
    }
    var all = new ArrayList<Match>();
    tls.identities().forEach(it -> all.add(clients.identity(it.value())));
    tls.serviceAccounts()
        .forEach(it ->
            all.add(
                clients.account(
                    it.namespace().map(At::value).orElse(meta.namespace()),
                    it.name().map(At::value).orElse(""))));
    return all.isEmpty() ? Optional.empty() : Optional.of(Match.oneOf(all));
  }
}
