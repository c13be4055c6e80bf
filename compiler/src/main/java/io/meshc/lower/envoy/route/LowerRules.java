package io.meshc.lower.envoy.route;

import io.meshc.dialect.envoy.Percent;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.route.Action.Forward;
import io.meshc.dialect.envoy.route.Action.Weighted;
import io.meshc.dialect.envoy.route.HeaderEdits;
import io.meshc.dialect.envoy.route.Route;
import io.meshc.dialect.envoy.route.RouteMatch;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.Durations;
import io.meshc.lower.envoy.cluster.Destination;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Settle;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.model.Route.Backend;
import io.meshc.model.Route.Rule;
import io.meshc.model.Route.Standing;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Match;
import io.meshc.model.traffic.Treatment;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a route, in their order → routes of Envoy, and the clusters that they lead to.
public final class LowerRules {
  private static final String NO_TIMEOUT = "0s";
  private final View view;
  private final Facts facts;
  private final int port;
  private final Clusters clusters;
  private final Optional<Treatment.Retry> usual;

  /// @param port that clients call
  public LowerRules(View view, Facts facts, int port, Clusters clusters) {
    this(view, facts, port, clusters, view.proxy().plane().outset().retry());
  }

  private LowerRules(
      View view, Facts facts, int port, Clusters clusters, Optional<Treatment.Retry> usual) {
    this.view = view;
    this.facts = facts;
    this.port = port;
    this.clusters = clusters;
    this.usual = usual;
  }

  /// The same for requests to one Service, which may be tried again in a way of their own.
  LowerRules calling(ServiceName service) {
    var own = view.loads(service).flatMap(it -> it.retry().stream()).findFirst();
    return new LowerRules(view, facts, port, clusters, own.or(() -> usual));
  }

  /// Everything to one port of a Service.
  public Route direct(Destination destination) {
    return Route.all(treated(List.of(alone(cluster(destination))), Treatment.NONE, EMPTY));
  }

  /// What no rule is for.
  public static Route unmatched() {
    return Route.all(new Action.Respond(404, Optional.empty()));
  }

  /// The name of the cluster, which is now there.
  public String cluster(Destination destination) {
    Optional<Cluster> cluster = LowerCluster.of(destination, true, view);
    LowerCluster.hash(destination, view)
        .ifPresent(it -> cluster.ifPresent(at -> clusters.hash(at.name(), it)));
    return clusters.add(cluster.orElseGet(LowerCluster::nowhere));
  }

  /// @param resource that says the rules, where they do not say it themselves
  public List<Route> rules(List<Rule> rules, ResourceId resource) {
    var routes = new ArrayList<Route>();
    for (Rule rule : rules) {
      Settled settled = Settle.least(rule.match().value(), facts, LowerRouteMatch::unsaid);
      settled.doubts().stream()
          .findFirst()
          .ifPresent(it -> view.fleet().losses().add(unclear(rule, resource, it)));
      if (!(settled.match() instanceof Match.None)) {
        for (RouteMatch match : LowerRouteMatch.of(settled.match())) {
          routes.add(route(rule, match, rule.owner().orElse(resource)));
        }
      }
    }
    return routes;
  }

  /// Whether any rule can hold here.
  public boolean isFor(Rule rule) {
    Settled settled = Settle.most(rule.match().value(), facts, _ -> Optional.empty());
    return !(settled.match() instanceof Match.None);
  }

  private Route route(Rule rule, RouteMatch match, ResourceId resource) {
    LowerEdits.Edited edited = LowerEdits.of(rule.edits());
    edited.uncarried().forEach(it -> view.fleet().losses().add(computed(rule, resource, it)));
    Action action = action(rule, edited);
    HeaderEdits headers = answers(rule, resource, edited.headers());
    return new Route("", match, action, headers, LowerTreatment.filters(rule));
  }

  private Action action(Rule rule, LowerEdits.Edited edited) {
    if (rule.answer().isPresent()) {
      return LowerAnswers.of(rule.answer().get().value());
    }
    List<Backend> kept = rule.backends().stream().filter(it -> it.weight().value() > 0).toList();
    if (kept.isEmpty()) {
      return new Action.Respond(503, Optional.empty());
    }
    if (kept.stream().allMatch(it -> it.standing() instanceof Standing.Refused)) {
      return new Action.Respond(500, Optional.empty());
    }
    List<Weighted> weighted = kept.stream().flatMap(it -> weighted(it).stream()).toList();
    if (weighted.isEmpty()) {
      return new Action.Respond(503, Optional.empty());
    }
    return treated(weighted, rule.treatment(), edited);
  }

  private static final LowerEdits.Edited EMPTY = LowerEdits.of(List.of());

  private static Weighted alone(String cluster) {
    return new Weighted(cluster, 1, HeaderEdits.NONE, Optional.empty());
  }

  private Forward treated(List<Weighted> to, Treatment treatment, LowerEdits.Edited edited) {
    return new Forward(
        to,
        treatment.timeout().map(Durations::text).orElse(NO_TIMEOUT),
        Optional.empty(),
        edited.rewrite(),
        edited.host(),
        LowerTreatment.retry(treatment, usual),
        treatment.mirrors().stream().flatMap(it -> mirror(it).stream()).toList(),
        to.stream().flatMap(it -> clusters.hashOf(it.cluster()).stream()).distinct().toList());
  }

  private Optional<Action.Mirror> mirror(Treatment.Mirror mirror) {
    return view.service(mirror.service())
        .flatMap(it ->
            Destination.of(
                it,
                mirror
                    .port()
                    .orElse(it.ports().size() == 1 ? it.ports().getFirst().number() : port),
                mirror.subset().orElse("")))
        .map(it -> new Action.Mirror(cluster(it), Percent.of(mirror.share())));
  }

  /// What is done to the answer, beside what is done to the request.
  private HeaderEdits answers(Rule rule, ResourceId resource, HeaderEdits request) {
    LowerEdits.Edited answer = LowerEdits.of(rule.treatment().answerEdits());
    answer.uncarried().forEach(it -> view.fleet().losses().add(computed(rule, resource, it)));
    return new HeaderEdits(
        request.request(),
        request.requestRemoved(),
        answer.headers().request(),
        answer.headers().requestRemoved());
  }

  /// Where proxies go by the Service that is called, a backend without that port is left out.
  private Optional<Weighted> weighted(Backend backend) {
    LowerEdits.Edited edited = LowerEdits.of(backend.edits());
    Optional<String> cluster = cluster(backend);
    return cluster.map(
        it -> new Weighted(it, backend.weight().value(), edited.headers(), edited.host()));
  }

  private Optional<String> cluster(Backend backend) {
    Optional<Service> service = view.service(backend.service().value());
    boolean byHost = view.proxy().plane().addressing() == io.meshc.model.Plane.Addressing.HOST;
    if (service.isEmpty() || backend.standing() instanceof Standing.Refused) {
      return Optional.of(clusters.add(LowerCluster.nowhere()));
    }
    boolean single = service.get().ports().size() == 1 && byHost;
    int to = backend.port().orElse(single ? service.get().ports().getFirst().number() : port);
    String subset = backend.subset().map(At::value).orElse("");
    Optional<Destination> destination = Destination.of(service.get(), to, subset);
    if (destination.isEmpty() && !byHost && backend.port().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        destination.map(this::cluster).orElseGet(() -> clusters.add(LowerCluster.nowhere())));
  }

  private static Loss unclear(Rule rule, ResourceId resource, String because) {
    return new Loss(
        rule.match().origin(),
        Optional.of(resource),
        Feature.ROUTE_MATCH.label(),
        Effect.CHANGES_ROUTING,
        Region.requests(rule.match().value()),
        "only what the rule surely covers goes by it: " + because,
        "");
  }

  private static Loss computed(Rule rule, ResourceId resource, String header) {
    return new Loss(
        rule.match().origin(),
        Optional.of(resource),
        Feature.ROUTE_MATCH.label(),
        Effect.CHANGES_ANSWER,
        Region.NOTHING,
        "header `" + header + "` is computed by the source's proxy, and is not set",
        "set it by hand");
  }
}
