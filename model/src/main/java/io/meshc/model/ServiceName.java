package io.meshc.model;

/// A Service by its namespace and name. A name with a dot or a `*` in it is no name of Kubernetes but a whole host, known in
/// that namespace, or everywhere where the namespace is empty: `api.example.com`, `*.example.com`.
public record ServiceName(String namespace, String name) implements Comparable<ServiceName> {

  public String label() {
    return namespace + "/" + name;
  }

  /// `web.shop.svc.cluster.local`
  public String host(String clusterDomain) {
    return isHost() ? name : name + "." + namespace + ".svc." + clusterDomain;
  }

  /// Whether the name is a whole host.
  public boolean isHost() {
    return namespace.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('*') >= 0;
  }

  /// Written out, because a record's own is linked when it is first called (decision 0009).
  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceName that
        && name.equals(that.name)
        && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + namespace.hashCode();
  }

  @Override
  public int compareTo(ServiceName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }
}
