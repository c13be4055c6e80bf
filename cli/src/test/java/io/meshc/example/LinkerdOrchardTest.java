package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.model.Assumptions;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// An orchard of small applications under Linkerd, and others under other installations of it: `answers.txt` says for each request what becomes of it, and which
/// sentence about Linkerd decides.
class LinkerdOrchardTest {
  /// By the folder of the answers.
  private static final Map<String, Decide> DECIDE =
      Map.of(
          "",
          decide("apps.yaml", "policy.yaml", "routing.yaml"),
          "installed/",
          decide("installed/apps.yaml"),
          "misinstalled/",
          decide("misinstalled/apps.yaml"),
          "unread/",
          decide("unread/apps.yaml"));

  /// Of a hundred answers, how many may be unknown; those that show that nobody can know are marked as such.
  private static final int MOST_UNKNOWN = 1;

  static Stream<Arguments> answers() {
    return DECIDE.keySet().stream()
        .sorted()
        .flatMap(folder ->
            text(folder + "answers.txt")
                .lines()
                .filter(it -> it.contains(" => "))
                .map(it -> it.split(" => "))
                .map(it -> Arguments.of(folder, it[0], it[1])));
  }

  @ParameterizedTest(name = "{0}{1}")
  @MethodSource("answers")
  void answers(String folder, String request, String expected) throws Asked.Fault {
    Decision decision = DECIDE.get(folder).answer(new ReadRequests().read(request).question());
    String known = expected.startsWith("unknown: ") ? "unknown" : expected;
    assertThat(BookinfoTest.said(decision)).as(String.valueOf(decision.steps())).isEqualTo(known);
    if (!known.equals(expected)) {
      assertThat(decision.unknown()).singleElement().asString().contains(expected.substring(9));
    }
  }

  @Test
  void each_rests_on_a_sentence_and_few_are_unknown() {
    List<String> lines =
        DECIDE.keySet().stream()
            .flatMap(it -> text(it + "answers.txt").lines())
            .filter(it -> !it.isBlank())
            .toList();
    String sentence = "";
    for (String line : lines) {
      sentence = line.startsWith("#") ? line : sentence;
      if (line.contains(" => ")) {
        assertThat(sentence).as(line).startsWith("# ");
      }
    }
    long all = answers().count();
    long unexpected = answers().filter(it -> it.get()[2].equals("unknown")).count();
    assertThat(all).isGreaterThanOrEqualTo(60);
    assertThat(unexpected * 100).isLessThanOrEqualTo(all * MOST_UNKNOWN);
  }

  private static Decide decide(String... names) {
    List<SourceFile> files = Stream.of(names).map(it -> new SourceFile(it, text(it))).toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Decide.in(Pipeline.understand(files, List.of(), settings).lookup());
  }

  private static String text(String file) {
    try (InputStream in = LinkerdOrchardTest.class.getResourceAsStream("/linkerd/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
