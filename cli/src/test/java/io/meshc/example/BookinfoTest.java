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
import io.meshc.validate.question.Decision.Reached;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bookinfo with a canary, tokens, denials and an ambient library beside it: `bookinfo/answers.txt` says for each request what
/// becomes of it, on which lines that rests, and which sentence decides.
class BookinfoTest {
  private static final Decide DECIDE = decide();

  static Stream<Arguments> answers() {
    return text("answers.txt")
        .lines()
        .filter(it -> it.contains(" => "))
        .map(it -> it.split(" => | \\| "))
        .map(it -> Arguments.of(it[0], it[1], it[2]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void answers(String request, String expected, String lines) throws Asked.Fault {
    Decision decision = DECIDE.answer(new ReadRequests().read(request).question());
    assertThat(said(decision)).as(String.valueOf(decision.steps())).isEqualTo(expected);
    List<String> places =
        decision.steps().stream()
            .filter(it -> it.origin().isWritten())
            .map(it -> it.origin().file() + ":" + it.origin().line())
            .toList();
    if (!lines.equals("-")) {
      assertThat(places).contains(lines.split(" "));
    }
  }

  /// `allow 200 ns/workload`, `allow 90% a 10% b`, `deny 403 rbac`, `unknown`.
  static String said(Decision decision) {
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

  private static Decide decide() {
    List<SourceFile> files =
        Stream.of("apps.yaml", "routing.yaml", "security.yaml", "ambient.yaml")
            .map(it -> new SourceFile(it, text(it)))
            .toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Decide.in(Pipeline.understand(files, List.of(), settings).lookup());
  }

  private static String text(String file) {
    try (InputStream in = BookinfoTest.class.getResourceAsStream("/bookinfo/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
