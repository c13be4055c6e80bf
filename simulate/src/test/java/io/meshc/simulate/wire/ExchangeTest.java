package io.meshc.simulate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  @Test
  void anAnswerOfAnApplicationIsOne() throws IOException {
    assertThat(asked("db: hello".getBytes(StandardCharsets.UTF_8)).servedBy()).isEqualTo("db");
  }

  @Test
  void whoGetsATlsAlertIsRefused() throws IOException {
    byte[] handshakeFailure = {21, 3, 3, 0, 2, 2, 40};
    assertThat(asked(handshakeFailure).label()).isEqualTo("refused");
  }

  @Test
  void whomAProxyTakesForBrokenHttpIsRefused() throws IOException {
    byte[] badRequest = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(asked(badRequest).label()).isEqualTo("refused");
  }

  private static Outcome asked(byte[] answer) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var served =
          CompletableFuture.runAsync(() -> {
            try (var client = server.accept()) {
              client.getOutputStream().write(answer);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      Outcome outcome = Exchange.tcp(target(server.getLocalPort()), "");
      served.join();
      return outcome;
    }
  }

  private static Target target(int port) {
    return new Target("127.0.0.1", port, Optional.empty(), 5000);
  }
}
