package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.RenderRoute;
import io.meshc.dialect.linkerd.policy.AuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.MeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.NetworkAuthentication;
import io.meshc.dialect.linkerd.policy.RenderAuthorizationPolicy;
import io.meshc.dialect.linkerd.policy.RenderMeshTlsAuthentication;
import io.meshc.dialect.linkerd.policy.RenderNetworkAuthentication;
import io.meshc.dialect.linkerd.policy.RenderServer;
import io.meshc.dialect.linkerd.policy.RenderServerAuthorization;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A random configuration of Linkerd: a plain reading answers as meshc does, and so does meshc of what it rendered itself.
class LinkerdByTheNotesTest {
  private static final int CONFIGURATIONS = 300;
  private static final int REQUESTS = 40;

  @Test
  void decides_as_the_plain_reading() throws Asked.Fault {
    var source = new Random(20261121);
    var seen = new TreeMap<String, Integer>();
    for (int i = 0; i < CONFIGURATIONS; i++) {
      var random = new RandomLinkerd(source);
      var plain = new PlainLinkerd(random);
      Decide decide = Decide.in(understood(random.apps(), random.objects()).lookup());
      for (int j = 0; j < REQUESTS; j++) {
        RandomLinkerd.Request request = random.request();
        Decision decision = ask(decide, request);
        String expected = plain.answer(request);
        assertThat(said(decision))
            .as("%s\n%s\n%s", RandomLinkerd.json(request), random.objects(), decision.steps())
            .isEqualTo(expected);
        seen.merge(expected, 1, Integer::sum);
      }
    }
    // Routes of equal rank, whose age no file shows.
    assertThat(seen.remove("unknown")).isPositive().isLessThan(CONFIGURATIONS * REQUESTS / 100);
    // A property of answers that are all alike would say nothing.
    assertThat(seen)
        .containsOnlyKeys("allow", "allow 200", "deny", "deny 403", "deny 404", "mixed");
    assertThat(seen.values()).allMatch(it -> it > 20);
  }

  @Test
  void decides_the_same_of_what_it_rendered() throws Asked.Fault {
    var source = new Random(20261122);
    for (int i = 0; i < CONFIGURATIONS / 4; i++) {
      var random = new RandomLinkerd(source);
      Understood before = understood(random.apps(), random.objects());
      String rendered =
          before.resources().all().stream()
              .flatMap(it -> rendered(it).stream())
              .map(Emit::yaml)
              .collect(Collectors.joining("---\n"));
      var decideBefore = Decide.in(before.lookup());
      var decideAfter = Decide.in(understood(random.apps(), rendered).lookup());
      for (int j = 0; j < REQUESTS; j++) {
        RandomLinkerd.Request request = random.request();
        Decision was = ask(decideBefore, request);
        Decision is = ask(decideAfter, request);
        assertThat(List.of(is.verdict(), is.status(), is.reason(), is.backends()))
            .as("%s\n%s\n=>\n%s", RandomLinkerd.json(request), random.objects(), rendered)
            .isEqualTo(List.of(was.verdict(), was.status(), was.reason(), was.backends()));
      }
    }
  }

  private static Decision ask(Decide decide, RandomLinkerd.Request request) throws Asked.Fault {
    return decide.answer(new ReadRequests().read(RandomLinkerd.json(request)).question());
  }

  private static String said(Decision decision) {
    boolean plain =
        decision.verdict() == Decision.Verdict.UNKNOWN
            || decision.verdict() == Decision.Verdict.MIXED
            || decision.status().isEmpty();
    String verdict = decision.verdict().label();
    return plain ? verdict : verdict + " " + decision.status().getAsInt();
  }

  private static Optional<Node.Mapping> rendered(Resource resource) {
    return switch (resource) {
      case Server it -> Optional.of(RenderServer.render(it));
      case ServerAuthorization it -> Optional.of(RenderServerAuthorization.render(it));
      case AuthorizationPolicy it -> Optional.of(RenderAuthorizationPolicy.render(it));
      case MeshTlsAuthentication it -> Optional.of(RenderMeshTlsAuthentication.render(it));
      case NetworkAuthentication it -> Optional.of(RenderNetworkAuthentication.render(it));
      case HttpRoute it -> Optional.of(RenderRoute.render(it));
      default -> Optional.empty();
    };
  }

  private static Understood understood(String apps, String configuration) {
    var files =
        List.of(new SourceFile("apps.yaml", apps), new SourceFile("config.yaml", configuration));
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Pipeline.understand(files, List.of(), settings);
  }
}
