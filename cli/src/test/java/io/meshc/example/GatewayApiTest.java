package io.meshc.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.model.Assumptions;
import io.meshc.model.Lookup;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Gateways, listeners and routes of every kind: `gateway-api/answers.txt` says for each request what becomes of it, by which sentence,
/// and where Istio makes something else of it.
class GatewayApiTest {
  private static final Decide TO_THE_TEXT = Decide.in(understood("", ""));

  /// The same with Istio's marks and class.
  private static final Decide BY_ISTIO =
      Decide.in(understood(", istio-injection: enabled", "istio"));

  /// Of a hundred answers, how many may be unknown; those that show that nobody can know are marked as such.
  private static final int MOST_UNKNOWN = 1;

  static Stream<Arguments> answers() {
    return text("answers.txt")
        .lines()
        .filter(it -> it.contains(" => "))
        .map(it -> it.split(" => | \\| istio: "))
        .map(it -> Arguments.of(it[0], it[1], it[it.length - 1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void to_the_text(String request, String expected, String ofIstio) throws Asked.Fault {
    check(TO_THE_TEXT.answer(new ReadRequests().read(request).question()), expected);
  }

  /// Gateways have their proxies made, under a name of Istio's.
  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void by_istio(String request, String ofText, String expected) throws Asked.Fault {
    String there = request.replace("\"via\": \"infra/edge\"", "\"via\": \"infra/edge-istio\"");
    check(BY_ISTIO.answer(new ReadRequests().read(there).question()), expected);
  }

  private static void check(Decision decision, String expected) {
    String known = expected.startsWith("unknown: ") ? "unknown" : expected;
    assertThat(BookinfoTest.said(decision)).as(String.valueOf(decision.steps())).isEqualTo(known);
    if (!known.equals(expected)) {
      assertThat(decision.unknown()).singleElement().asString().contains(expected.substring(9));
    }
  }

  @Test
  void each_rests_on_a_sentence_and_few_are_unknown() {
    String sentence = "";
    for (String line : text("answers.txt").lines().filter(it -> !it.isBlank()).toList()) {
      sentence = line.startsWith("#") ? line : sentence;
      if (line.contains(" => ")) {
        assertThat(sentence).as(line).startsWith("# ");
      }
    }
    long all = answers().count();
    long unexpected = answers().filter(it -> it.get()[1].equals("unknown")).count();
    assertThat(all).isGreaterThanOrEqualTo(60);
    assertThat(unexpected * 100).isLessThanOrEqualTo(all * MOST_UNKNOWN);
  }

  private static Lookup understood(String label, String className) {
    List<SourceFile> files =
        Stream.of("apps.yaml", "mesh.yaml", "edge.yaml")
            .map(it -> new SourceFile(it, marked(text(it), label, className)))
            .toList();
    var closed = new Assumptions("cluster.local", "cluster.local", true);
    var settings = new Settings(closed, "default", Optional.empty(), Optional.empty());
    return Pipeline.understand(files, List.of(), settings).lookup();
  }

  static String marked(String text, String label, String className) {
    String marked = text.replaceAll("(labels: \\{edge: \"[a-z]+\")", "$1" + label);
    return className.isEmpty()
        ? marked
        : marked.replace("gatewayClassName: sample", "gatewayClassName: " + className);
  }

  static String text(String file) {
    try (InputStream in = GatewayApiTest.class.getResourceAsStream("/gateway-api/" + file)) {
      assertThat(in).as(file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }
}
