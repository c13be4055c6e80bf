package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.GrpcRoute.Match;
import io.meshc.dialect.gateway.route.GrpcRoute.MethodMatch;
import io.meshc.dialect.gateway.route.GrpcRoute.Rule;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a GRPCRoute → record.
public final class ParseGrpcRoute {
  private ParseGrpcRoute() {}

  public static GrpcRoute parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new GrpcRoute(
          meta, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }
    Fields fields = spec.get();
    int before = problems.size();
    var result =
        new GrpcRoute(
            meta,
            ReadReference.parents(fields),
            fields.strings("hostnames"),
            fields.objects("rules").stream().map(it -> rule(it, problems)).toList(),
            ParseHttpRoute.defaultGateways(fields, Grammar.GRPC, problems),
            ParseHttpRoute.unread(problems, before));
    fields.done();
    return result;
  }

  private static Rule rule(Fields fields, List<Problem> problems) {
    var result =
        new Rule(
            fields.string("name"),
            fields.objects("matches").stream().map(it -> match(it, problems)).toList(),
            ReadFilter.filters(fields, Grammar.GRPC, problems),
            ReadReference.backends(fields, Grammar.GRPC, problems),
            ReadSession.session(fields, problems),
            fields.origin());
    fields.done();
    return result;
  }

  private static Match match(Fields fields, List<Problem> problems) {
    var result =
        new Match(
            fields.object("method").map(it -> method(it, problems)),
            ParseHttpRoute.named(fields, "headers", problems),
            fields.origin());
    fields.done();
    return result;
  }

  private static MethodMatch method(Fields fields, List<Problem> problems) {
    var result =
        new MethodMatch(
            Choice.of(fields, "type", NameMatch.TextType.class, problems),
            fields.string("service"),
            fields.string("method"),
            fields.origin());
    fields.done();
    return result;
  }
}
