package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.dialect.linkerd.Network;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Who may call the Servers that it names or selects.
///
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record ServerAuthorization(
    Meta meta, Optional<Target> server, Optional<Client> client, boolean legible, Origin origin)
    implements Resource {

  /// @param selector by the labels of the Server itself
  public record Target(
      Optional<At<String>> name, Optional<LabelSelector> selector, Origin origin) {}

  /// @param networks none mean those of the cluster
  public record Client(
      List<Network> networks,
      Optional<At<Boolean>> unauthenticated,
      Optional<MeshTls> meshTls,
      Origin origin) {
    public Client {
      networks = List.copyOf(networks);
    }
  }

  public record MeshTls(
      Optional<At<Boolean>> unauthenticatedTls,
      List<At<String>> identities,
      List<Account> serviceAccounts,
      Origin origin) {
    public MeshTls {
      identities = List.copyOf(identities);
      serviceAccounts = List.copyOf(serviceAccounts);
    }
  }

  public record Account(Optional<At<String>> name, Optional<At<String>> namespace, Origin origin) {}
}
