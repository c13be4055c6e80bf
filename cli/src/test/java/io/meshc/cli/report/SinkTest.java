package io.meshc.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkTest {

  @ParameterizedTest
  @CsvSource({
    "No space left on device, No space left on device",
    "Bad file descriptor, Bad file descriptor",
    "Broken pipe, ''",
  })
  void remembersWhyAResultWasNotWritten(String reason, String told) {
    var sink = new Sink(failing(reason));
    var out = new PrintStream(sink, false, StandardCharsets.UTF_8);
    out.println("result");
    out.println("more");
    out.flush();
    assertThat(sink.failure().map(Throwable::getMessage).orElse("")).isEqualTo(told);
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
