package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Account;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Client;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.MeshTls;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Target;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// ServerAuthorization → node, in version v1beta1.
public final class RenderServerAuthorization {
  private RenderServerAuthorization() {}

  public static Node.Mapping render(ServerAuthorization it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("server", it.server(), RenderServerAuthorization::target)
            .putIfPresent("client", it.client(), RenderServerAuthorization::client);
    return RenderParts.object("policy.linkerd.io/v1beta1", it.meta(), spec);
  }

  private static Node.Mapping target(Target it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderParts::text)
        .putIfPresent("selector", it.selector(), RenderParts::selector)
        .build();
  }

  private static Node.Mapping client(Client it) {
    return Nodes.map()
        .putList("networks", it.networks(), RenderParts::network)
        .putIfPresent("unauthenticated", it.unauthenticated(), RenderParts::flag)
        .putIfPresent("meshTLS", it.meshTls(), RenderServerAuthorization::meshTls)
        .build();
  }

  private static Node.Mapping meshTls(MeshTls it) {
    return Nodes.map()
        .putIfPresent("unauthenticatedTLS", it.unauthenticatedTls(), RenderParts::flag)
        .putList("identities", it.identities(), RenderParts::text)
        .putList("serviceAccounts", it.serviceAccounts(), RenderServerAuthorization::account)
        .build();
  }

  private static Node.Mapping account(Account it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderParts::text)
        .putIfPresent("namespace", it.namespace(), RenderParts::text)
        .build();
  }
}
