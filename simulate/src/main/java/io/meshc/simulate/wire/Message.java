package io.meshc.simulate.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One message of HTTP/1.1 (RFC 9112), either way.
///
/// @param first its first line
/// @param headers names in lower case; of a repeated one the last value
public record Message(String first, Map<String, String> headers, String body) {
  private static final int MOST = 1 << 20;

  public Message {
    headers = Map.copyOf(headers);
  }

  /// Reads the next one; empty where the peer has closed before it.
  ///
  /// @param bodyless whether it has no body, whatever it says: the answer to a HEAD
  public static Optional<Message> read(InputStream in, boolean bodyless) throws IOException {
    Optional<String> first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = headers(in);
    String body = bodyless || hasNone(first.get()) ? "" : body(in, first.get(), headers);
    return Optional.of(new Message(first.get(), headers, body));
  }

  /// An answer that never has one: 1xx, 204 and 304.
  private static boolean hasNone(String first) {
    return first.startsWith("HTTP/")
        && List.of("1", "204", "304").stream()
            .anyMatch(it -> word(first, 1).startsWith(it) && word(first, 1).length() == 3);
  }

  /// A word of the first line, from 0; empty if it has fewer.
  public String word(int index) {
    return word(first, index);
  }

  private static String word(String line, int index) {
    String[] words = line.split(" ", -1);
    return index < words.length ? words[index] : "";
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    while (true) {
      String line = line(in).orElseThrow(Message::cut);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
  }

  private static String body(InputStream in, String first, Map<String, String> headers)
      throws IOException {
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      return chunks(in);
    }
    if (headers.containsKey("content-length")) {
      return text(exactly(in, length(headers.getOrDefault("content-length", ""), 10)));
    }
    return first.startsWith("HTTP/") ? text(in.readNBytes(MOST)) : "";
  }

  private static String chunks(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    while (true) {
      String line = line(in).orElseThrow(Message::cut);
      int size = length(line.split(";", 2)[0].strip(), 16);
      if (size == 0) {
        headers(in);
        return text(out.toByteArray());
      }
      out.writeBytes(exactly(in, size));
      line(in);
    }
  }

  private static int length(String digits, int radix) throws IOException {
    try {
      int length = Integer.parseInt(digits, radix);
      if (length >= 0 && length <= MOST) {
        return length;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IOException("a body of length `" + digits + "`");
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw cut();
    }
    return bytes;
  }

  private static EOFException cut() {
    return new EOFException("closed within an answer");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Up to the end of the line; empty at the end of the stream.
  private static Optional<String> line(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    while (out.size() < MOST) {
      int next = in.read();
      if (next == '\n') {
        String line = text(out.toByteArray());
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      }
      if (next < 0) {
        if (out.size() == 0) {
          return Optional.empty();
        }
        throw cut();
      }
      out.write(next);
    }
    throw new IOException("a line without end");
  }
}
