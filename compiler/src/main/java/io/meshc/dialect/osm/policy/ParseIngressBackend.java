package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.IngressBackend.Tls;
import io.meshc.yaml.Fields;

/// `spec` of an IngressBackend → record.
public final class ParseIngressBackend {
  private ParseIngressBackend() {}

  public static IngressBackend parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new IngressBackend(
            meta,
            spec.objects("backends").stream().map(ParseIngressBackend::backend).toList(),
            spec.objects("sources").stream().map(Subject::read).toList(),
            spec.objects("matches").stream().map(MatchRef::read).toList());
    spec.done();
    return result;
  }

  private static Backend backend(Fields fields) {
    var result =
        new Backend(
            fields.string("name"),
            fields.object("port").map(Port::read),
            fields.object("tls").map(ParseIngressBackend::tls),
            fields.origin());
    fields.done();
    return result;
  }

  private static Tls tls(Fields fields) {
    var result = new Tls(fields.bool("skipClientCertValidation"), fields.strings("sniHosts"));
    fields.done();
    return result;
  }
}
