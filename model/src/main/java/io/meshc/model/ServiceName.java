package io.meshc.model;

/// A Service by its namespace and name.
public record ServiceName(String namespace, String name) implements Comparable<ServiceName> {

  public String label() {
    return namespace + "/" + name;
  }

  /// `web.shop.svc.cluster.local`
  public String host(String clusterDomain) {
    return name + "." + namespace + ".svc." + clusterDomain;
  }

  @Override
  public int compareTo(ServiceName other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }
}
