package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.route.Grammar.Part;
import io.meshc.dialect.gateway.route.HttpRoute.Match;
import io.meshc.dialect.gateway.route.HttpRoute.PathMatch;
import io.meshc.dialect.gateway.route.HttpRoute.PathType;
import io.meshc.dialect.gateway.route.HttpRoute.Retry;
import io.meshc.dialect.gateway.route.HttpRoute.Rule;
import io.meshc.dialect.gateway.route.HttpRoute.Timeouts;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of an HTTPRoute → record.
public final class ParseHttpRoute {
  private ParseHttpRoute() {}

  public static HttpRoute parse(Fields top, Meta meta, Grammar grammar, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new HttpRoute(
          meta, List.of(), List.of(), List.of(), Optional.empty(), Optional.of(meta.origin()));
    }
    Fields fields = spec.get();
    int before = problems.size();
    var result =
        new HttpRoute(
            meta,
            ReadReference.parents(fields),
            fields.strings("hostnames"),
            fields.objects("rules").stream().map(it -> rule(it, grammar, problems)).toList(),
            defaultGateways(fields, grammar, problems),
            unread(problems, before));
    fields.done();
    return result;
  }

  /// The first of these problems that is not about a field which the server leaves out.
  static Optional<Origin> unread(List<Problem> problems, int before) {
    return problems.subList(before, problems.size()).stream()
        .filter(it -> it.kind() != Problem.Kind.UNKNOWN_FIELD)
        .map(Problem::origin)
        .findFirst();
  }

  static Optional<At<Route.DefaultScope>> defaultGateways(
      Fields spec, Grammar grammar, List<Problem> problems) {
    return grammar.has(Part.DEFAULT_GATEWAYS)
        ? Choice.of(spec, "useDefaultGateways", Route.DefaultScope.class, problems)
        : Optional.empty();
  }

  private static Rule rule(Fields fields, Grammar grammar, List<Problem> problems) {
    var result =
        new Rule(
            grammar.has(Part.RULE_NAME) ? fields.string("name") : Optional.empty(),
            fields.objects("matches").stream().map(it -> match(it, problems)).toList(),
            ReadFilter.filters(fields, grammar, problems),
            ReadReference.backends(fields, grammar, problems),
            grammar.has(Part.TIMEOUTS)
                ? fields.object("timeouts").map(ParseHttpRoute::timeouts)
                : Optional.empty(),
            grammar.has(Part.RETRY)
                ? fields.object("retry").map(ParseHttpRoute::retry)
                : Optional.empty(),
            grammar.has(Part.SESSION) ? ReadSession.session(fields, problems) : Optional.empty(),
            fields.origin());
    fields.done();
    return result;
  }

  private static Match match(Fields fields, List<Problem> problems) {
    var result =
        new Match(
            fields.object("path").map(it -> path(it, problems)),
            named(fields, "headers", problems),
            named(fields, "queryParams", problems),
            fields.string("method"),
            fields.origin());
    fields.done();
    return result;
  }

  private static PathMatch path(Fields fields, List<Problem> problems) {
    var result =
        new PathMatch(
            Choice.of(fields, "type", PathType.class, problems),
            fields.string("value"),
            fields.origin());
    fields.done();
    return result;
  }

  static List<NameMatch> named(Fields match, String field, List<Problem> problems) {
    return match.objects(field).stream().map(it -> name(it, problems)).toList();
  }

  private static NameMatch name(Fields fields, List<Problem> problems) {
    var result =
        new NameMatch(
            Choice.of(fields, "type", NameMatch.TextType.class, problems),
            fields.required("name", fields::string),
            fields.required("value", fields::string),
            fields.origin());
    fields.done();
    return result;
  }

  private static Timeouts timeouts(Fields fields) {
    var result =
        new Timeouts(fields.string("request"), fields.string("backendRequest"), fields.origin());
    fields.done();
    return result;
  }

  private static Retry retry(Fields fields) {
    var result =
        new Retry(
            fields.wholes("codes"),
            fields.whole("attempts"),
            fields.string("backoff"),
            fields.origin());
    fields.done();
    return result;
  }
}
