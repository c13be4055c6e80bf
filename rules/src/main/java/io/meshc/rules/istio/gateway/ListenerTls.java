package io.meshc.rules.istio.gateway;

import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// TLS of the listeners of a Gateway or a Sidecar, which Istio asks the same of.
final class ListenerTls {
  private ListenerTls() {}

  static List<ServerTls> of(Resource resource) {
    var all = new ArrayList<ServerTls>();
    if (resource instanceof Gateway gateway) {
      gateway.servers().forEach(it -> it.tls().ifPresent(all::add));
    } else if (resource instanceof Sidecar sidecar) {
      sidecar.ingress().forEach(it -> it.tls().ifPresent(all::add));
    }
    return all;
  }

  /// Where certificates are named, in any way: a list of those that were revoked is none.
  static List<Origin> certificates(ServerTls tls) {
    var places = new ArrayList<Origin>();
    List<Optional<At<String>>> fields =
        List.of(
            tls.serverCertificate(), tls.privateKey(), tls.caCertificates(), tls.credentialName());
    for (Optional<At<String>> it : fields) {
      if (Written.says(it)) {
        places.add(it.get().origin());
      }
    }
    if (!tls.credentialNames().isEmpty()) {
      places.add(tls.credentialNames().getFirst().origin());
    }
    if (!tls.tlsCertificates().isEmpty()) {
      places.add(tls.tlsCertificates().getFirst().origin());
    }
    return places;
  }
}
