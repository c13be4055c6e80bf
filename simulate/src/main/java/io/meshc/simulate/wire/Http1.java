package io.meshc.simulate.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One request of HTTP/1.1 on a connection of its own.
public final class Http1 {
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private Http1() {}

  /// @param path as it is to stand in the request line, with its query
  /// @param headers in the order of writing, with `host`
  public static Outcome request(
      Target target,
      String method,
      String path,
      Map<String, String> headers,
      Optional<String> body) {
    long started = System.nanoTime();
    try (Socket socket = target.connect()) {
      socket.getOutputStream().write(written(method, path, headers, body));
      socket.getOutputStream().flush();
      return answer(new BufferedInputStream(socket.getInputStream()), method, started);
    } catch (IOException e) {
      return new Outcome.Refused(Exchange.reason(e), Exchange.since(started));
    }
  }

  private static byte[] written(
      String method, String path, Map<String, String> headers, Optional<String> body) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    String content = body.orElse("");
    if (!content.isEmpty() || WITH_BODY.contains(method)) {
      int length = content.getBytes(StandardCharsets.UTF_8).length;
      head.append("content-length: ").append(length).append("\r\n");
    }
    return head.append("\r\n").append(content).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Outcome answer(InputStream in, String method, long started) throws IOException {
    while (true) {
      Optional<Message> answer = Message.read(in, method.equals("HEAD"));
      if (answer.isEmpty()) {
        return new Outcome.Refused("closed without an answer", Exchange.since(started));
      }
      int status = status(answer.get());
      if (status >= 200) {
        return new Outcome.Answered(
            status, answer.get().headers(), answer.get().body(), Exchange.since(started));
      }
    }
  }

  private static int status(Message answer) throws IOException {
    String word = answer.word(1);
    if (!answer.first().startsWith("HTTP/1.") || !word.matches("[1-9][0-9]{2}")) {
      throw new IOException("no answer of HTTP");
    }
    return Integer.parseInt(word);
  }
}
