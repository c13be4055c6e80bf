package io.meshc.dialect.istio.part;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// How a listener of a Gateway or a Sidecar ends TLS.
public record ServerTls(
    Optional<At<Boolean>> httpsRedirect,
    Optional<At<Mode>> mode,
    Optional<At<String>> serverCertificate,
    Optional<At<String>> privateKey,
    Optional<At<String>> caCertificates,
    Optional<At<String>> caCrl,
    Optional<At<String>> credentialName,
    List<At<String>> credentialNames,
    Optional<At<String>> caCertCredentialName,
    List<Certificate> tlsCertificates,
    List<At<String>> subjectAltNames,
    List<At<String>> verifyCertificateSpki,
    List<At<String>> verifyCertificateHash,
    Optional<At<Version>> minProtocolVersion,
    Optional<At<Version>> maxProtocolVersion,
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

  public enum Mode {
    PASSTHROUGH,
    SIMPLE,
    MUTUAL,
    AUTO_PASSTHROUGH,
    ISTIO_MUTUAL,
    OPTIONAL_MUTUAL
  }

  public enum Version {
    TLS_AUTO,
    TLSV1_0,
    TLSV1_1,
    TLSV1_2,
    TLSV1_3
  }

  /// One of several pairs, by the paths of their files.
  public record Certificate(
      Optional<At<String>> serverCertificate,
      Optional<At<String>> privateKey,
      Optional<At<String>> caCertificates,
      Origin origin) {}
}
