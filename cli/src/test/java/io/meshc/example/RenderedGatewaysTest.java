package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.ListenerSet;
import io.meshc.dialect.gateway.ReferenceGrant;
import io.meshc.dialect.gateway.RenderGateway;
import io.meshc.dialect.gateway.route.RenderRoute;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A random configuration of the Gateway API, rendered and read again, decides every request as it did before.
class RenderedGatewaysTest {
  /// What the text leaves to the age of objects or to implementations, and filters that are not of the API. Nothing else may be unknown.
  private static final String NOBODY_KNOWS =
      "the older one (decides|is accepted)|is left to implementations|what filter `.*` does";

  private static final int CONFIGURATIONS = 80;
  private static final int REQUESTS = 40;

  /// To the text, and by Istio.
  @ParameterizedTest
  @CsvSource({"sample, '', infra/edge", "istio, ', istio-injection: enabled', infra/edge-istio"})
  void decides_the_same(String className, String label, String via) throws Asked.Fault {
    var random = new RandomGateways(new Random(20260802));
    String apps = GatewayApiTest.marked(GatewayApiTest.text("apps.yaml"), label, className);
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (int i = 0; i < CONFIGURATIONS; i++) {
      String written = String.join("---\n", random.objects(className));
      Understood before = understood(apps, written);
      String rendered =
          before.resources().all().stream()
              .flatMap(it -> rendered(it).stream())
              .map(Emit::yaml)
              .collect(Collectors.joining("---\n"));
      var decideBefore = Decide.in(before.lookup());
      var decideAfter = Decide.in(understood(apps, rendered).lookup());
      for (int j = 0; j < REQUESTS; j++) {
        String request = random.request(via);
        var question = new ReadRequests().read(request).question();
        Decision was = decideBefore.answer(question);
        assertThat(answer(decideAfter.answer(question)))
            .as("%s\n%s\n=>\n%s", request, written, rendered)
            .isEqualTo(answer(was));
        seen.merge(was.verdict(), 1, Integer::sum);
        if (was.verdict() == Verdict.UNKNOWN) {
          assertThat(was.unknown()).singleElement().asString().containsPattern(NOBODY_KNOWS);
        }
      }
    }
    // A property of answers that are all alike would say nothing.
    assertThat(seen.values()).as("%s", seen).allMatch(it -> it > 10);
    assertThat(seen).containsOnlyKeys(Verdict.values());
  }

  private static List<Object> answer(Decision decision) {
    return List.of(decision.verdict(), decision.status(), decision.reason(), decision.backends());
  }

  private static Optional<Node.Mapping> rendered(Resource resource) {
    return switch (resource) {
      case Gateway it -> Optional.of(RenderGateway.render(it));
      case ListenerSet it -> Optional.of(RenderGateway.render(it));
      case ReferenceGrant it -> Optional.of(RenderGateway.render(it));
      case Route it -> Optional.of(RenderRoute.render(it));
      default -> Optional.empty();
    };
  }

  private static Understood understood(String apps, String configuration) {
    List<SourceFile> files =
        List.of(new SourceFile("apps.yaml", apps), new SourceFile("config.yaml", configuration));
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Pipeline.understand(files, List.of(), settings);
  }
}
