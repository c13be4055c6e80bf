package io.meshc.lower.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.dialect.Resources;
import io.meshc.lower.Loss;
import io.meshc.lower.Options;
import io.meshc.model.Assumptions;
import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.Membership;
import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.Workload;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.match.Truth;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is lowered and read back decides as the source does, but for the losses: on many random rules and requests.
class LowerRulesTest {
  private static final PlaneId SOURCE = new PlaneId("source");
  private static final List<String> TEXTS = List.of("/a", "/ab", "/a/b", "/b", "x", "GET", "*", "");

  private final Random random = new Random(20260101);

  @ParameterizedTest
  @EnumSource
  void keeps_decisions(Authorization.Effect effect) {
    int lossless = 0;
    for (int i = 0; i < 3000; i++) {
      boolean envoyFilter = random.nextBoolean();
      Authorization policy = policy(effect);
      var mesh = mesh(policy);
      var lowered =
          LowerAuthorization.lower(
              Translation.of(
                  mesh, new Resources(List.of()), new Options(envoyFilter, "istio-system")));
      List<Authorization> after =
          readBack(
              lowered.value().created().stream()
                  .map(it -> Emit.yaml(it.node()))
                  .collect(Collectors.joining("---\n")));
      lossless += lowered.losses().isEmpty() ? 1 : 0;
      for (int j = 0; j < 40; j++) {
        check(policy, after, lowered.losses(), request(), mesh.workloads().getFirst());
      }
    }
    assertThat(lossless).isGreaterThan(100);
  }

  private static void check(
      Authorization policy,
      List<Authorization> after,
      List<Loss> losses,
      Request request,
      Workload at) {
    Truth was = covers(List.of(policy), request);
    Truth is = covers(after, request);
    assertThat(is instanceof Truth.Unknown).isFalse();
    boolean explained =
        losses.stream().anyMatch(it -> it.region().holds(Optional.empty(), List.of(at), request));
    String what = policy.rules() + "\n at " + request + "\n losses " + losses;
    if (!explained) {
      assertThat(is.getClass()).describedAs(what).isEqualTo(was.getClass());
    } else if (policy.effect() == Authorization.Effect.ALLOW) {
      // Lowered ⊆ intended: a loss may narrow what is allowed, never widen it.
      assertThat(is.isYes() && was.isNo()).describedAs(what).isFalse();
    }
  }

  private static Truth covers(List<Authorization> policies, Request request) {
    return Truth.any(
        policies.stream().flatMap(it -> it.rules().stream()).toList(),
        it -> it.match().covers(request));
  }

  private static List<Authorization> readBack(String text) {
    var understood = Understood.of(List.of(new SourceFile("out.yaml", text)));
    assertThat(understood.problems()).isEmpty();
    return understood.mesh().authorizations();
  }

  private Authorization policy(Authorization.Effect effect) {
    var rules = new ArrayList<Authorization.Rule>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Match clients =
          pick(
              List.of(
                  Match.ANY,
                  client(),
                  Match.oneOf(List.of(client(), client())),
                  new Match.Not(client()),
                  Match.all(client(), client())));
      rules.add(new Authorization.Rule(at(clients), at(match(3))));
    }
    var id = new ResourceId("source", "Policy", "shop", "web");
    return new Authorization(
        id, SOURCE, effect, new Scope.OfAccount("shop", "web"), rules, Origin.none());
  }

  private static Mesh mesh(Authorization policy) {
    Map<String, String> labels = Map.of("app", "web");
    var workload =
        new Workload(
            new ResourceId("apps", "Deployment", "shop", "web"),
            labels,
            labels,
            new Identity("cluster.local", "shop", "web"),
            List.of(),
            List.of(),
            1,
            new Membership.Sidecar(SOURCE, Origin.none()),
            false,
            Origin.none());
    var plane =
        new io.meshc.model.Plane(
            SOURCE,
            io.meshc.model.Plane.Posture.CLOSED,
            io.meshc.model.Plane.Denial.FORBIDDEN,
            io.meshc.model.Plane.Endpoints.ALL,
            io.meshc.model.match.PathNormalization.NONE,
            io.meshc.model.Plane.Egress.OPEN,
            io.meshc.model.LoadBalancing.UNKNOWN,
            io.meshc.dialect.istio.PortNames.READING,
            Origin.none());
    return new Mesh(
        Assumptions.DEFAULT,
        List.of(plane),
        List.of(),
        List.of(workload),
        List.of(),
        List.of(),
        List.of(),
        List.of(policy),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Match match(int depth) {
    return switch (random.nextInt(depth > 0 ? 13 : 8)) {
      case 0 -> new Match.OnWorkloadPort(8000 + random.nextInt(3));
      case 1 -> new Match.OnHttp();
      case 2 -> new Match.OnMethod(text());
      case 3 -> new Match.OnHost(text());
      case 4, 5 -> new Match.OnPath(text());
      case 6 -> new Match.OnHeader(pick(List.of("x", "host")), text());
      case 7 -> pick(List.of(Match.ANY, Match.NONE));
      case 8, 9 -> new Match.All(List.of(match(depth - 1), match(depth - 1)));
      case 10 -> new Match.OneOf(List.of(match(depth - 1), match(depth - 1)));
      case 11 -> new Match.Not(match(depth - 1));
      default -> {
        Match most = match(depth - 1);
        yield new Match.Unclear(Match.all(most, match(depth - 1)), most, "a doubt");
      }
    };
  }

  private Match client() {
    String text =
        "cluster.local/ns/" + pick(List.of("shop", "dev")) + "/sa/" + pick(List.of("a", "b"));
    return pick(
        List.of(
            new Match.OnIdentity(new TextPattern.Exact(text)),
            new Match.OnIdentity(new TextPattern.Prefix(text.substring(0, 17))),
            new Match.OnIdentity(new TextPattern.Contains("/sa/a")),
            new Match.OnSourceNamespace(new TextPattern.Exact("shop"))));
  }

  private TextPattern text() {
    String text = pick(TEXTS);
    return pick(
        List.of(
            new TextPattern.Exact(text),
            new TextPattern.Exact(text),
            new TextPattern.Prefix(text),
            new TextPattern.Suffix(text),
            new TextPattern.PathPrefix("/a"),
            new TextPattern.Contains("b"),
            new TextPattern.NotEmpty(),
            TextPattern.ANYTHING,
            new TextPattern.IgnoreCase(new TextPattern.Exact("get")),
            new TextPattern.FullRegex(Regex.of("/a.*").orElseThrow()),
            new TextPattern.FullRegex(Regex.of("/a|/b").orElseThrow()),
            new TextPattern.StartRegex(Regex.of("/a").orElseThrow())));
  }

  private Request request() {
    Optional<Identity> client =
        random.nextInt(5) == 0
            ? Optional.empty()
            : Optional.of(
                new Identity(
                    "cluster.local", pick(List.of("shop", "dev")), pick(List.of("a", "b"))));
    boolean http = random.nextInt(4) > 0;
    String path = pick(List.of("/a", "/ab", "/a/b", "/b", "/", "/c"));
    Map<String, List<String>> headers =
        pick(
            List.of(
                Map.of(), Map.of("x", List.of(pick(TEXTS))), Map.of("x", List.of("x", "/a/b"))));
    return new Request(
        client,
        80,
        8000 + random.nextInt(3),
        http ? Protocol.HTTP : Protocol.TCP,
        http ? pick(List.of("GET", "get", "x", "/a")) : "",
        http ? pick(List.of("x", "GET", "/a", "/ab")) : "",
        http ? path : "",
        http ? path : "",
        http ? headers : Map.of());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static At<Match> at(Match match) {
    return At.of(match, Origin.none());
  }
}
