package io.meshc.normalize.istio;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.HttpRoute.CorsPolicy;
import io.meshc.dialect.istio.routing.HttpRoute.Fault;
import io.meshc.dialect.istio.routing.HttpRoute.Preflights;
import io.meshc.dialect.istio.routing.HttpRoute.Rewrite;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HeaderOperations;
import io.meshc.dialect.istio.routing.VirtualService.Headers;
import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.model.Route;
import io.meshc.model.Route.Edit;
import io.meshc.model.Route.Rule;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.normalize.istio.traffic.Treatments;
import io.meshc.source.At;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One HTTP route of a VirtualService → rules.
///
/// Source: istio.io, "VirtualService"; istio/istio, pilot/pkg/networking/core/route.
///
/// @param namespace of the VirtualService that says the route, for short names
record HttpRules(String namespace, HostNames hosts) {

  /// HTTP statuses of gRPC's, as Envoy answers them to clients that do not speak gRPC.
  private static final Map<String, Integer> GRPC =
      Map.ofEntries(
          Map.entry("OK", 200),
          Map.entry("CANCELLED", 499),
          Map.entry("UNKNOWN", 500),
          Map.entry("INVALID_ARGUMENT", 400),
          Map.entry("DEADLINE_EXCEEDED", 504),
          Map.entry("NOT_FOUND", 404),
          Map.entry("ALREADY_EXISTS", 409),
          Map.entry("PERMISSION_DENIED", 403),
          Map.entry("RESOURCE_EXHAUSTED", 429),
          Map.entry("FAILED_PRECONDITION", 400),
          Map.entry("ABORTED", 409),
          Map.entry("OUT_OF_RANGE", 400),
          Map.entry("UNIMPLEMENTED", 501),
          Map.entry("INTERNAL", 500),
          Map.entry("UNAVAILABLE", 503),
          Map.entry("DATA_LOSS", 500),
          Map.entry("UNAUTHENTICATED", 401));

  List<Rule> of(HttpRoute route, HttpMatches matches) {
    // What a rewritten path becomes depends on the match that was met.
    boolean apart = route.rewrite().flatMap(Rewrite::uri).isPresent();
    if (!apart || route.match().isEmpty()) {
      Match match =
          route.match().isEmpty()
              ? Match.ANY
              : Match.oneOf(route.match().stream().map(matches::http).toList());
      return List.of(rule(route, At.of(match, route.origin()), Optional.empty()));
    }
    return route.match().stream()
        .map(it -> rule(route, At.of(matches.http(it), it.origin()), Optional.of(it)))
        .toList();
  }

  private Rule rule(HttpRoute route, At<Match> match, Optional<HttpMatch> met) {
    var edits = new ArrayList<Edit>();
    route.headers().flatMap(Headers::request).ifPresent(it -> headers(it, edits));
    route.rewrite().ifPresent(it -> rewrite(it, met, edits));
    var treatment = Treatments.of(route, host -> hosts.of(host, namespace));
    return new Rule(
            match,
            backends(route.route()),
            edits,
            answer(route),
            route.fault().flatMap(HttpRules::abort),
            route.corsPolicy().map(HttpRules::cors))
        .treated(treatment);
  }

  private static Optional<At<Route.Answer>> answer(HttpRoute route) {
    Optional<At<Route.Answer>> redirect =
        route
            .redirect()
            .map(it ->
                At.of(
                    new Route.Answer.Redirect(
                        it.redirectCode().map(at -> at.value().intValue()).orElse(301),
                        Treatments.location(it)),
                    it.origin()));
    return redirect.or(() ->
        route
            .directResponse()
            .map(it ->
                At.of(
                    new Route.Answer.Respond(
                        it.status().map(at -> at.value().intValue()).orElse(0),
                        it.body().flatMap(body -> body.string()).map(At::value)),
                    it.origin())));
  }

  /// Without a percentage no request is aborted: that is the zero of Envoy's field, which Istio leaves unset.
  private static Optional<At<Route.Abort>> abort(Fault fault) {
    return fault
        .abort()
        .flatMap(it -> {
          double share =
              it.percentage()
                  .map(at -> at.value().map(At::value).orElse(BigDecimal.ZERO).doubleValue() / 100)
                  .orElse(0.0);
          Optional<Integer> status =
              it.httpStatus()
                  .map(at -> at.value().intValue())
                  .or(() -> it.grpcStatus().map(at -> GRPC.getOrDefault(at.value(), 500)));
          return status.map(is -> At.of(new Route.Abort(is, share), it.origin()));
        });
  }

  private static At<Route.Cors> cors(CorsPolicy policy) {
    List<TextPattern> origins =
        Stream.concat(
                policy.allowOrigins().stream().flatMap(it -> HttpMatches.pattern(it).stream()),
                policy.allowOrigin().stream()
                    .map(it ->
                        it.value().equals("*")
                            ? TextPattern.ANYTHING
                            : new TextPattern.Exact(it.value())))
            .toList();
    boolean answersOthers =
        policy.unmatchedPreflights().filter(it -> it.value() == Preflights.IGNORE).isPresent();
    return At.of(
        new Route.Cors(origins, answersOthers, Treatments.grants(policy)), policy.origin());
  }

  private static void rewrite(Rewrite rewrite, Optional<HttpMatch> met, List<Edit> edits) {
    rewrite.authority().ifPresent(it -> edits.add(new Edit.Authority(it.value())));
    rewrite.uri().ifPresent(it -> edits.add(path(it.value(), met.flatMap(HttpMatch::uri))));
    rewrite
        .uriRegexRewrite()
        .ifPresent(it ->
            it.match()
                .flatMap(at -> Regex.of(at.value()))
                .ifPresent(regex ->
                    edits.add(new Edit.PathRegex(regex, it.rewrite().map(At::value).orElse("")))));
  }

  /// Of a prefix the rest stays; anything else that was matched is replaced whole.
  private static Edit path(String to, Optional<StringMatch> met) {
    if (met.isEmpty()) {
      return new Edit.PathStart("/", to);
    }
    return met.get() instanceof StringMatch.Prefix(var prefix)
        ? new Edit.PathStart(prefix.value(), to)
        : new Edit.WholePath(to);
  }

  /// Envoy removes before it adds. A value with a `%` in it is computed.
  private static void headers(HeaderOperations operations, List<Edit> edits) {
    operations.remove().forEach(it -> edits.add(new Edit.RemoveHeader(lower(it.value()))));
    new TreeMap<>(operations.set())
        .forEach((name, value) -> edits.add(set(lower(name), value.value(), false)));
    new TreeMap<>(operations.add())
        .forEach((name, value) -> edits.add(set(lower(name), value.value(), true)));
  }

  private static Edit set(String name, String value, boolean beside) {
    if (value.replace("%%", "").indexOf('%') >= 0) {
      return new Edit.Compute(name);
    }
    String plain = value.replace("%%", "%");
    if (name.equals("host") || name.equals(":authority")) {
      return new Edit.Authority(plain);
    }
    return beside ? new Edit.AddHeader(name, plain) : new Edit.SetHeader(name, plain);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// A weight counts for nothing where the backend is alone.
  List<Route.Backend> backends(List<RouteDestination> destinations) {
    boolean alone = destinations.size() == 1;
    return destinations.stream().map(it -> backend(it, alone)).toList();
  }

  private Route.Backend backend(RouteDestination written, boolean alone) {
    Optional<Destination> to = written.destination();
    At<String> host = to.flatMap(Destination::host).orElse(At.of("", written.origin()));
    OptionalInt port =
        to.flatMap(Destination::port)
            .flatMap(PortSelector::number)
            .map(it -> OptionalInt.of(Ports.number(it)))
            .orElse(OptionalInt.empty());
    At<Integer> weight =
        alone
            ? At.of(1, written.origin())
            : written.weight().map(it -> it.map(Ports::weight)).orElse(At.of(0, written.origin()));
    var edits = new ArrayList<Edit>();
    written.headers().flatMap(Headers::request).ifPresent(it -> headers(it, edits));
    ServiceName name = hosts.of(host.value(), namespace);
    return new Route.Backend(
        host.with(name),
        port,
        weight,
        Optional.empty(),
        to.flatMap(Destination::subset).filter(it -> !it.value().isEmpty()),
        edits);
  }
}
