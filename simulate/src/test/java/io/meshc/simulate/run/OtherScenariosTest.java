package io.meshc.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Outcome;
import io.meshc.simulate.scenario.ReadScenario;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenarios and configurations that are not ours, written for another program that reads the same form: what passes there has to
/// pass here, and what is made to fail has to fail.
final class OtherScenariosTest {

  @ParameterizedTest
  @CsvSource({"bookstore, 46", "resilience, 70"})
  void pass(String name, int count) throws IOException {
    Path folder = Outside.shared("envoy-harness/examples/" + name);

    Ran.Done done = run(folder, Files.readString(folder.resolve("scenario.json")));

    assertThat(done.verdicts().stream().filter(it -> !it.passed()).map(Verdict::line)).isEmpty();
    assertThat(done.verdicts()).hasSize(count);
  }

  /// An expectation that is turned round.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\": 403 | \"status\": 200",
        "\"bookstore-v1\": 0.5, | \"bookstore-v1\": 0.8,",
        "\"refused\": true | \"refused\": false",
        "ns/bookbuyer/sa/bookbuyer\" | ns/bookbuyer/sa/nobody\""
      })
  void fail(String right, String wrong) throws IOException {
    Path folder = Outside.shared("envoy-harness/examples/bookstore");
    String text = Files.readString(folder.resolve("scenario.json"));
    assertThat(text).contains(right);

    assertThat(run(folder, text.replace(right, wrong)).failed()).isPositive();
  }

  private static Ran.Done run(Path folder, String text) {
    Outcome<Optional<Scenario>> read = ReadScenario.read(new SourceFile("scenario.json", text));
    assertThat(read.problems()).isEmpty();
    var options = new Simulate.Options(Outside.envoy(), folder, Duration.ofSeconds(60));
    Ran ran =
        Simulate.run(
            options,
            read.value().orElseThrow(),
            new Simulate.Configurations.At(folder.resolve("configs")),
            _ -> {});
    assertThat(ran).isInstanceOf(Ran.Done.class);
    return (Ran.Done) ran;
  }
}
