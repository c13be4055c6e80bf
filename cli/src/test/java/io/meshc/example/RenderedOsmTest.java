package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.dialect.Resource;
import io.meshc.dialect.osm.RenderOsm;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.RenderHttpRouteGroup;
import io.meshc.dialect.smi.RenderTcpRoute;
import io.meshc.dialect.smi.RenderTrafficSplit;
import io.meshc.dialect.smi.RenderTrafficTarget;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A random configuration of Open Service Mesh, rendered and read again, decides every request as it did before.
class RenderedOsmTest {
  private static final int CONFIGURATIONS = 120;
  private static final int REQUESTS = 40;

  @Test
  void decides_the_same() throws Asked.Fault {
    var random = new RandomOsm(new Random(20260802));
    Map<Decision.Verdict, Integer> seen = new EnumMap<>(Decision.Verdict.class);
    for (int i = 0; i < CONFIGURATIONS; i++) {
      String written = String.join("---\n", random.objects());
      Understood before = understood(written);
      String rendered =
          before.resources().all().stream()
              .flatMap(it -> rendered(it).stream())
              .map(Emit::yaml)
              .collect(Collectors.joining("---\n"));
      var decideBefore = Decide.in(before.lookup());
      var decideAfter = Decide.in(understood(rendered).lookup());
      for (int j = 0; j < REQUESTS; j++) {
        String request = random.request();
        var question = new ReadRequests().read(request).question();
        Decision was = decideBefore.answer(question);
        assertThat(answer(decideAfter.answer(question)))
            .as("%s\n%s\n=>\n%s", request, written, rendered)
            .isEqualTo(answer(was));
        seen.merge(was.verdict(), 1, Integer::sum);
      }
    }
    // A property of answers that are all alike would say nothing.
    assertThat(seen.get(Decision.Verdict.ALLOW)).isGreaterThan(500);
    assertThat(seen.get(Decision.Verdict.DENY)).isGreaterThan(500);
    assertThat(seen.get(Decision.Verdict.UNKNOWN)).isBetween(10, CONFIGURATIONS * REQUESTS / 100);
  }

  private static List<Object> answer(Decision decision) {
    return List.of(
        decision.verdict(),
        decision.status(),
        decision.reason(),
        decision.backends(),
        decision.unknown());
  }

  private static Optional<Node.Mapping> rendered(Resource resource) {
    return switch (resource) {
      case TrafficTarget it -> Optional.of(RenderTrafficTarget.render(it));
      case HttpRouteGroup it -> Optional.of(RenderHttpRouteGroup.render(it));
      case TcpRoute it -> Optional.of(RenderTcpRoute.render(it));
      case TrafficSplit it -> Optional.of(RenderTrafficSplit.render(it));
      default -> RenderOsm.render(resource);
    };
  }

  private static Understood understood(String configuration) {
    var files =
        Stream.of(new SourceFile("apps.yaml", apps()), new SourceFile("config.yaml", configuration))
            .toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Pipeline.understand(files, List.of(), settings);
  }

  private static String apps() {
    try (InputStream in = RenderedOsmTest.class.getResourceAsStream("/depot/apps.yaml")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
