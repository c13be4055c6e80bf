package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the proxies at an edge of the mesh listen for.
///
/// @param selector labels of Pods, of any namespace unless the mesh's settings say otherwise
public record Gateway(Meta meta, Map<String, At<String>> selector, List<Server> servers)
    implements Resource {
  public Gateway {
    servers = List.copyOf(servers);
    selector = Map.copyOf(selector);
  }

  public enum TlsMode {
    PASSTHROUGH,
    SIMPLE,
    MUTUAL,
    AUTO_PASSTHROUGH,
    ISTIO_MUTUAL,
    OPTIONAL_MUTUAL
  }

  public enum TlsVersion {
    TLS_AUTO,
    TLSV1_0,
    TLSV1_1,
    TLSV1_2,
    TLSV1_3
  }

  /// @param hosts `namespace/host` or `host`, the namespace being that of the VirtualServices that may bind to it
  public record Server(
      Optional<At<String>> name,
      Optional<Port> port,
      Optional<At<String>> bind,
      List<At<String>> hosts,
      Optional<ServerTls> tls,
      Optional<At<String>> defaultEndpoint,
      Origin origin) {
    public Server {
      hosts = List.copyOf(hosts);
    }
  }

  public record Port(
      Optional<At<Long>> number,
      Optional<At<String>> name,
      Optional<At<String>> protocol,
      Optional<At<Long>> targetPort,
      Origin origin) {}

  public record ServerTls(
      Optional<At<TlsMode>> mode,
      Optional<At<Boolean>> httpsRedirect,
      Optional<At<String>> credentialName,
      List<At<String>> credentialNames,
      Optional<At<String>> serverCertificate,
      Optional<At<String>> privateKey,
      Optional<At<String>> caCertificates,
      Optional<At<String>> caCrl,
      Optional<At<String>> caCertCredentialName,
      List<Certificate> tlsCertificates,
      List<At<String>> subjectAltNames,
      List<At<String>> verifyCertificateSpki,
      List<At<String>> verifyCertificateHash,
      Optional<At<TlsVersion>> minProtocolVersion,
      Optional<At<TlsVersion>> maxProtocolVersion,
      List<At<String>> cipherSuites,
      Optional<At<Boolean>> insecureSkipVerify,
      Origin origin) {
    public ServerTls {
      credentialNames = List.copyOf(credentialNames);
      tlsCertificates = List.copyOf(tlsCertificates);
      subjectAltNames = List.copyOf(subjectAltNames);
      verifyCertificateSpki = List.copyOf(verifyCertificateSpki);
      verifyCertificateHash = List.copyOf(verifyCertificateHash);
      cipherSuites = List.copyOf(cipherSuites);
    }
  }

  public record Certificate(
      Optional<At<String>> serverCertificate,
      Optional<At<String>> privateKey,
      Optional<At<String>> caCertificates,
      Origin origin) {}
}
