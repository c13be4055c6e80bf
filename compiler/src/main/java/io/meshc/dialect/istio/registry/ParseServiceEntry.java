package io.meshc.dialect.istio.registry;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.registry.ServiceEntry.Location;
import io.meshc.dialect.istio.registry.ServiceEntry.Resolution;
import io.meshc.dialect.istio.routing.ParseGateway;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a ServiceEntry → record.
public final class ParseServiceEntry {
  private ParseServiceEntry() {}

  public static ServiceEntry parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var result =
        new ServiceEntry(
            meta,
            spec.strings("hosts"),
            spec.strings("addresses"),
            spec.objects("ports").stream().map(ParseGateway::port).toList(),
            Choice.of(spec, "location", Location.class, problems),
            Choice.of(spec, "resolution", Resolution.class, problems),
            spec.objects("endpoints").stream().map(ReadEndpoint::read).toList(),
            spec.object("workloadSelector").map(ReadWorkloadSelector::read),
            spec.strings("exportTo"),
            spec.strings("subjectAltNames"),
            spec.origin());
    spec.done();
    return result;
  }
}
