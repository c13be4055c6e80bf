package io.meshc.dialect.istio.part;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.ServerTls.Certificate;
import io.meshc.yaml.Node;

/// [ServerTls] → node.
public final class RenderServerTls {
  private RenderServerTls() {}

  public static Node.Mapping render(ServerTls it) {
    return new Branch()
        .flag("httpsRedirect", it.httpsRedirect())
        .text("mode", it.mode())
        .text("serverCertificate", it.serverCertificate())
        .text("privateKey", it.privateKey())
        .text("caCertificates", it.caCertificates())
        .text("caCrl", it.caCrl())
        .text("credentialName", it.credentialName())
        .texts("credentialNames", it.credentialNames())
        .text("caCertCredentialName", it.caCertCredentialName())
        .list(
            "tlsCertificates",
            it.tlsCertificates().stream().map(RenderServerTls::certificate).toList())
        .texts("subjectAltNames", it.subjectAltNames())
        .texts("verifyCertificateSpki", it.verifyCertificateSpki())
        .texts("verifyCertificateHash", it.verifyCertificateHash())
        .text("minProtocolVersion", it.minProtocolVersion())
        .text("maxProtocolVersion", it.maxProtocolVersion())
        .texts("cipherSuites", it.cipherSuites())
        .flag("insecureSkipVerify", it.insecureSkipVerify())
        .node();
  }

  private static Node.Mapping certificate(Certificate it) {
    return new Branch()
        .text("serverCertificate", it.serverCertificate())
        .text("privateKey", it.privateKey())
        .text("caCertificates", it.caCertificates())
        .node();
  }
}
