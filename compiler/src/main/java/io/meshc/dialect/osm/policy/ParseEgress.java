package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.yaml.Fields;

/// `spec` of an Egress → record.
public final class ParseEgress {
  private ParseEgress() {}

  public static Egress parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new Egress(
            meta,
            spec.objects("sources").stream().map(Subject::read).toList(),
            spec.strings("hosts"),
            spec.strings("ipAddresses"),
            spec.objects("ports").stream().map(Port::read).toList(),
            spec.objects("matches").stream().map(MatchRef::read).toList());
    spec.done();
    return result;
  }
}
