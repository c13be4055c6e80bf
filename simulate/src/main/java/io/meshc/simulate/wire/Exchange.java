package io.meshc.simulate.wire;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// Bytes there and back, without a protocol.
public final class Exchange {
  private static final int MOST = 4096;

  /// What a proxy says that takes the bytes for broken HTTP.
  private static final Pattern BAD_REQUEST = Pattern.compile("HTTP/1\\.[01] [45][0-9][0-9]\\b");

  private Exchange() {}

  /// Sends, if there is anything to send, and reads once. A close without an answer is a refusal.
  public static Outcome tcp(Target target, String sent) {
    long started = System.nanoTime();
    try (Socket socket = target.connect()) {
      if (!sent.isEmpty()) {
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      }
      byte[] answer = new byte[MOST];
      int length = socket.getInputStream().read(answer);
      if (length <= 0) {
        return new Outcome.Refused("closed without an answer", since(started));
      }
      if (isAlert(answer, length)) {
        return new Outcome.Refused("a TLS alert", since(started));
      }
      String text = new String(answer, 0, length, StandardCharsets.UTF_8);
      if (BAD_REQUEST.matcher(text).lookingAt()) {
        return new Outcome.Refused("an error of HTTP", since(started));
      }
      String app = text.contains(": ") ? text.substring(0, text.indexOf(": ")) : "nobody";
      return new Outcome.Answered(0, Map.of("x-stub-app", app), text, since(started));
    } catch (IOException e) {
      return new Outcome.Refused(reason(e), since(started));
    }
  }

  /// What a server of TLS says to somebody who speaks something else (RFC 8446, 5.1: type 21, version 3.x): no application has
  /// heard of it.
  private static boolean isAlert(byte[] answer, int length) {
    return length >= 2 && answer[0] == 21 && answer[1] == 3;
  }

  static double since(long started) {
    return (System.nanoTime() - started) / 1e6;
  }

  /// In one line.
  static String reason(IOException e) {
    String said = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return said.isEmpty() ? e.getClass().getSimpleName() : said;
  }
}
