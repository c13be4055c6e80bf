package io.meshc.normalize.istio;

import io.meshc.model.ServiceName;
import java.util.Locale;
import java.util.Optional;

/// The host names of Istio's resources. A name without a dot is a Service of the resource's own namespace; with a dot it is
/// taken as it stands, so a Service has to be named in full (measured: `web.shop` finds nothing).
///
/// Source: istio.io, "VirtualService", field `hosts`.
///
/// @param clusterDomain such as `cluster.local`
record HostNames(String clusterDomain) {

  /// The Service of the cluster, or else the whole host.
  ServiceName of(String host, String namespace) {
    return service(host, namespace)
        .orElseGet(() -> new ServiceName("", host.toLowerCase(Locale.ROOT)));
  }

  /// Empty where it is no Service of the cluster.
  Optional<ServiceName> service(String host, String namespace) {
    if (host.indexOf('.') < 0) {
      return host.contains("*") || host.isEmpty()
          ? Optional.empty()
          : Optional.of(new ServiceName(namespace, host));
    }
    String suffix = ".svc." + clusterDomain;
    if (!host.endsWith(suffix)) {
      return Optional.empty();
    }
    String[] parts = host.substring(0, host.length() - suffix.length()).split("\\.", -1);
    return parts.length == 2 && !host.contains("*")
        ? Optional.of(new ServiceName(parts[1], parts[0]))
        : Optional.empty();
  }
}
