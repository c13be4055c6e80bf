package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.Gateway.Certificate;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.dialect.istio.routing.Gateway.Server;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.yaml.Node;

/// Gateway → node, in version v1.
public final class RenderGateway {
  private RenderGateway() {}

  public static Node.Mapping render(Gateway it) {
    Node.Mapping spec =
        new Branch()
            .texts("selector", it.selector())
            .objects("servers", it.servers(), RenderGateway::server)
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  static Node.Mapping server(Server it) {
    return new Branch()
        .text("name", it.name())
        .object("port", it.port(), RenderGateway::port)
        .text("bind", it.bind())
        .texts("hosts", it.hosts())
        .object("tls", it.tls(), RenderGateway::serverTls)
        .text("defaultEndpoint", it.defaultEndpoint())
        .node();
  }

  public static Node.Mapping port(Port it) {
    return new Branch()
        .number("number", it.number())
        .text("name", it.name())
        .text("protocol", it.protocol())
        .number("targetPort", it.targetPort())
        .node();
  }

  public static Node.Mapping serverTls(ServerTls it) {
    return new Branch()
        .text("mode", it.mode())
        .flag("httpsRedirect", it.httpsRedirect())
        .text("credentialName", it.credentialName())
        .texts("credentialNames", it.credentialNames())
        .text("serverCertificate", it.serverCertificate())
        .text("privateKey", it.privateKey())
        .text("caCertificates", it.caCertificates())
        .text("caCrl", it.caCrl())
        .text("caCertCredentialName", it.caCertCredentialName())
        .objects("tlsCertificates", it.tlsCertificates(), RenderGateway::certificate)
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
