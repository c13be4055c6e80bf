package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a profile of the Gateway API changes that the user states: `gateway-api/profiles/answers.txt`.
class GatewayProfilesTest {
  private static final Decide SPEC = decide(GatewayProfile.SPEC, "apps.yaml", "marked.yaml");
  private static final Decide LINKERD = decide(GatewayProfile.LINKERD, "apps.yaml");
  private static final Decide ISTIO = decide(GatewayProfile.ISTIO, "apps.yaml");

  static Stream<Arguments> answers() {
    return GatewayApiTest.text("profiles/answers.txt")
        .lines()
        .filter(it -> it.contains(" => "))
        .map(it -> it.split(" => | \\| linkerd: | \\| istio: "))
        .map(it -> Arguments.of(it[0], it[1], it[2], it[3]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answers(String request, String toTheText, String ofLinkerd, String ofIstio)
      throws Asked.Fault {
    check(SPEC, request, toTheText);
    check(LINKERD, request, ofLinkerd);
    check(ISTIO, request, ofIstio);
  }

  private static void check(Decide decide, String request, String expected) throws Asked.Fault {
    Decision decision = decide.answer(new ReadRequests().read(request).question());
    assertThat(BookinfoTest.said(decision))
        .as(String.valueOf(decision.steps()))
        .isEqualTo(expected);
  }

  private static Decide decide(GatewayProfile profile, String... names) {
    List<SourceFile> files =
        Stream.of(names)
            .map(it -> new SourceFile(it, GatewayApiTest.text("profiles/" + it)))
            .toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Decide.in(Pipeline.understand(files, List.of(), settings.reading(profile)).lookup());
  }
}
