package io.meshc.dialect.istio.part;

import io.meshc.diag.Problem;
import io.meshc.dialect.istio.Choice;
import io.meshc.dialect.istio.part.ServerTls.Certificate;
import io.meshc.dialect.istio.part.ServerTls.Mode;
import io.meshc.dialect.istio.part.ServerTls.Version;
import io.meshc.yaml.Fields;
import java.util.List;

/// Node → [ServerTls].
public final class ReadServerTls {
  private ReadServerTls() {}

  public static ServerTls read(Fields fields, List<Problem> problems) {
    var result =
        new ServerTls(
            fields.bool("httpsRedirect"),
            Choice.of(fields, "mode", Mode.class, problems),
            fields.string("serverCertificate"),
            fields.string("privateKey"),
            fields.string("caCertificates"),
            fields.string("caCrl"),
            fields.string("credentialName"),
            fields.strings("credentialNames"),
            fields.string("caCertCredentialName"),
            fields.objects("tlsCertificates").stream().map(ReadServerTls::certificate).toList(),
            fields.strings("subjectAltNames"),
            fields.strings("verifyCertificateSpki"),
            fields.strings("verifyCertificateHash"),
            Choice.of(fields, "minProtocolVersion", Version.class, problems),
            Choice.of(fields, "maxProtocolVersion", Version.class, problems),
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
