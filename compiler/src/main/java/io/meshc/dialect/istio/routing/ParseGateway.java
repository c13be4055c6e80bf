package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.Gateway.Certificate;
import io.meshc.dialect.istio.routing.Gateway.Port;
import io.meshc.dialect.istio.routing.Gateway.Server;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.dialect.istio.routing.Gateway.TlsMode;
import io.meshc.dialect.istio.routing.Gateway.TlsVersion;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of a Gateway → record.
public final class ParseGateway {
  private ParseGateway() {}

  public static Gateway parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new Gateway(meta, Map.of(), List.of());
    }
    Fields fields = spec.get();
    var result =
        new Gateway(
            meta,
            fields.stringMap("selector"),
            fields.objects("servers").stream().map(it -> server(it, problems)).toList());
    fields.done();
    return result;
  }

  static Server server(Fields fields, List<Problem> problems) {
    var result =
        new Server(
            fields.string("name"),
            fields.object("port").map(ParseGateway::port),
            fields.string("bind"),
            fields.strings("hosts"),
            fields.object("tls").map(it -> serverTls(it, problems)),
            fields.string("defaultEndpoint"),
            fields.origin());
    fields.done();
    return result;
  }

  public static Port port(Fields fields) {
    var result =
        new Port(
            fields.whole("number"),
            fields.string("name"),
            fields.string("protocol"),
            fields.whole("targetPort"),
            fields.origin());
    fields.done();
    return result;
  }

  public static ServerTls serverTls(Fields fields, List<Problem> problems) {
    var result =
        new ServerTls(
            Choice.of(fields, "mode", TlsMode.class, problems),
            fields.bool("httpsRedirect"),
            fields.string("credentialName"),
            fields.strings("credentialNames"),
            fields.string("serverCertificate"),
            fields.string("privateKey"),
            fields.string("caCertificates"),
            fields.string("caCrl"),
            fields.string("caCertCredentialName"),
            fields.objects("tlsCertificates").stream().map(ParseGateway::certificate).toList(),
            fields.strings("subjectAltNames"),
            fields.strings("verifyCertificateSpki"),
            fields.strings("verifyCertificateHash"),
            Choice.of(fields, "minProtocolVersion", TlsVersion.class, problems),
            Choice.of(fields, "maxProtocolVersion", TlsVersion.class, problems),
            fields.strings("cipherSuites"),
            fields.bool("insecureSkipVerify"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Certificate certificate(Fields fields) {
    var result =
        new Certificate(
            fields.string("serverCertificate"),
            fields.string("privateKey"),
            fields.string("caCertificates"),
            fields.origin());
    fields.done();
    return result;
  }
}
