package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// `policy.openservicemesh.io` IngressBackend: who outside of the mesh may call some of its servers.
///
/// @param sources Services whose endpoints call, ranges of addresses, principals of certificates
/// @param matches there in the definition, and never read
public record IngressBackend(
    Meta meta, List<Backend> backends, List<Subject> sources, List<MatchRef> matches)
    implements Resource {
  public static final String SERVICE = "Service";
  public static final String PRINCIPAL = "AuthenticatedPrincipal";
  public static final String RANGE = "IPRange";

  public IngressBackend {
    backends = List.copyOf(backends);
    sources = List.copyOf(sources);
    matches = List.copyOf(matches);
  }

  /// @param port its number is that of the Pods, not of the Service
  public record Backend(
      Optional<At<String>> name, Optional<Port> port, Optional<Tls> tls, Origin origin) {
    public boolean speaks(String protocol) {
      return port.flatMap(Port::protocol)
          .filter(it -> it.value().equalsIgnoreCase(protocol))
          .isPresent();
    }

    public boolean skipsClientCertificates() {
      return tls.flatMap(Tls::skipClientCertValidation).map(At::value).orElse(false);
    }
  }

  /// @param sniHosts the server names that clients ask for; none for any
  public record Tls(Optional<At<Boolean>> skipClientCertValidation, List<At<String>> sniHosts) {
    public Tls {
      sniHosts = List.copyOf(sniHosts);
    }
  }
}
