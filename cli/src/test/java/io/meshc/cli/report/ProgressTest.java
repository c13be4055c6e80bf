package io.meshc.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void tells_of_a_long_run_and_wipes_its_line() throws InterruptedException {
    try (var progress = Progress.on(err, true)) {
      progress.say("reading files");
      progress.say("checking 3 objects");
      waitFor("checking 3 objects");
    }
    assertThat(text()).isEqualTo("\r\u001b[Kmeshc: checking 3 objects …\r\u001b[K");
  }

  @Test
  void says_nothing_of_a_short_run() {
    try (var progress = Progress.on(err, true)) {
      progress.say("reading files");
    }
    assertThat(text()).isEmpty();
  }

  @Test
  void says_nothing_where_nobody_looks() throws InterruptedException {
    try (var progress = Progress.on(err, false)) {
      progress.say("reading files");
      Thread.sleep(1_500);
    }
    assertThat(text()).isEmpty();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void waitFor(String word) throws InterruptedException {
    for (int i = 0; i < 200 && !text().contains(word); i++) {
      Thread.sleep(50);
    }
  }
}
