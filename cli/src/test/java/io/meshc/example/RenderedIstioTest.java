package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.RenderServiceEntry;
import io.meshc.dialect.istio.registry.RenderSidecar;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.dialect.istio.routing.RenderDestinationRule;
import io.meshc.dialect.istio.routing.RenderGateway;
import io.meshc.dialect.istio.routing.RenderVirtualService;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.dialect.istio.security.RenderAuthorizationPolicy;
import io.meshc.dialect.istio.security.RenderPeerAuthentication;
import io.meshc.dialect.istio.security.RenderRequestAuthentication;
import io.meshc.dialect.istio.security.RequestAuthentication;
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

/// A random configuration of Istio, rendered and read again, decides every request as it did before.
class RenderedIstioTest {
  private static final int CONFIGURATIONS = 80;
  private static final int REQUESTS = 40;

  @Test
  void decides_the_same() throws Asked.Fault {
    var random = new RandomIstio(new Random(20260801));
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
    assertThat(seen.values()).allMatch(it -> it > 10);
    assertThat(seen).containsOnlyKeys(Decision.Verdict.values());
  }

  private static List<Object> answer(Decision decision) {
    return List.of(decision.verdict(), decision.status(), decision.reason(), decision.backends());
  }

  private static Optional<Node.Mapping> rendered(Resource resource) {
    return switch (resource) {
      case VirtualService it -> Optional.of(RenderVirtualService.render(it));
      case DestinationRule it -> Optional.of(RenderDestinationRule.render(it));
      case Gateway it -> Optional.of(RenderGateway.render(it));
      case AuthorizationPolicy it -> Optional.of(RenderAuthorizationPolicy.render(it));
      case PeerAuthentication it -> Optional.of(RenderPeerAuthentication.render(it));
      case RequestAuthentication it -> Optional.of(RenderRequestAuthentication.render(it));
      case Sidecar it -> Optional.of(RenderSidecar.render(it));
      case ServiceEntry it -> Optional.of(RenderServiceEntry.render(it));
      default -> Optional.empty();
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
    try (InputStream in = RenderedIstioTest.class.getResourceAsStream("/bookinfo/apps.yaml")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
