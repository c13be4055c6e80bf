package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.StreamRoute.Rule;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a TCPRoute, TLSRoute or UDPRoute → record.
public final class ParseStreamRoute {
  private ParseStreamRoute() {}

  public static StreamRoute parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new StreamRoute(
          meta, List.of(), List.of(), List.of(), Optional.empty(), Optional.of(meta.origin()));
    }
    Fields fields = spec.get();
    int before = problems.size();
    boolean named = meta.id().kind().equals("TLSRoute");
    fields.required("rules", fields::node);
    var result =
        new StreamRoute(
            meta,
            ReadReference.parents(fields),
            named ? fields.strings("hostnames") : List.of(),
            fields.objects("rules").stream().map(it -> rule(it, problems)).toList(),
            ParseHttpRoute.defaultGateways(fields, Grammar.STREAM, problems),
            ParseHttpRoute.unread(problems, before));
    fields.done();
    return result;
  }

  private static Rule rule(Fields fields, List<Problem> problems) {
    var result =
        new Rule(
            fields.string("name"),
            ReadReference.backends(fields, Grammar.STREAM, problems),
            fields.origin());
    fields.done();
    return result;
  }
}
