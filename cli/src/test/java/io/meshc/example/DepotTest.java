package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A depot under Open Service Mesh, with clients and servers outside of the mesh: `depot/answers.txt` says for each request what
/// becomes of it, on which policy that rests, and which sentence decides; `permissive.txt` and `open.txt` do for other modes.
class DepotTest {
  private static final Map<String, Decide> DECIDE =
      Map.of(
          "answers.txt", decide("", ""),
          "permissive.txt", decide("PolicyMode: false", "PolicyMode: true"),
          "open.txt", decide("enableEgress: false", "enableEgress: true"));

  static Stream<Arguments> answers() {
    return DECIDE.keySet().stream().sorted().flatMap(DepotTest::answers);
  }

  private static Stream<Arguments> answers(String file) {
    return text(file)
        .lines()
        .filter(it -> it.contains(" => "))
        .map(it -> it.split(" => | \\| "))
        .map(it -> Arguments.of(file, it[0], it[1], it[2]));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("answers")
  void answers(String file, String request, String expected, String policy) throws Asked.Fault {
    Decision decision = DECIDE.get(file).answer(new ReadRequests().read(request).question());
    assertThat(said(decision)).as(String.valueOf(decision.steps())).isEqualTo(expected);
    if (!policy.equals("-")) {
      assertThat(decision.steps())
          .as("steps that matched, or left it open")
          .filteredOn(it -> it.matched() || !expected.startsWith("allow"))
          .extracting(it -> it.resource().map(DepotTest::label).orElse(""))
          .contains(policy);
    }
  }

  /// What nobody can know stands apart; of all else nothing is left open.
  @Test
  void unknown_is_what_the_repo_does_not_show() {
    String known = text("answers.txt").split("## what the repo does not show")[0];
    assertThat(known.lines().filter(it -> it.contains(" => ")).count()).isGreaterThan(60);
    assertThat(known).doesNotContain("=> unknown");
  }

  private static String label(ResourceId id) {
    return id.kind() + ":" + id.namespace() + "/" + id.name();
  }

  /// `allow 200 ns/workload`, `allow 90% a 10% b`, `deny 403 rbac`, `unknown`.
  private static String said(Decision decision) {
    var words = new ArrayList<String>();
    words.add(decision.verdict().label());
    boolean shared = decision.backends().stream().map(Reached::workload).distinct().count() > 1;
    boolean denied = decision.verdict() == Decision.Verdict.DENY;
    if (!shared || denied) {
      decision.status().ifPresent(it -> words.add(String.valueOf(it)));
    }
    if (denied) {
      words.add(decision.reason());
    } else if (decision.verdict() == Decision.Verdict.ALLOW) {
      for (Reached it : decision.backends()) {
        words.add(
            shared
                ? String.format(Locale.ROOT, "%.0f%%", it.share().most() * 100)
                    + " "
                    + it.workload()
                : it.workload());
      }
    }
    return String.join(" ", words);
  }

  private static Decide decide(String from, String to) {
    List<SourceFile> files =
        Stream.of("apps.yaml", "access.yaml", "border.yaml")
            .map(it -> new SourceFile(it, from.isEmpty() ? text(it) : text(it).replace(from, to)))
            .toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Decide.in(Pipeline.understand(files, List.of(), settings).lookup());
  }

  private static String text(String file) {
    try (InputStream in = DepotTest.class.getResourceAsStream("/depot/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
