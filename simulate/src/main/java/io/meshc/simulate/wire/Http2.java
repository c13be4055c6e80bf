package io.meshc.simulate.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// One request of HTTP/2 with prior knowledge (RFC 9113), as gRPC makes it, without a body. Of the answer the status is read
/// and nothing else: one that the far proxy gives itself, such as a 403, has crossed every hop.
public final class Http2 {
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int ACK = 0x1;
  private static final int END_STREAM = 0x1;
  private static final int END_HEADERS = 0x4;
  private static final int PADDED = 0x8;
  private static final int PRIORITY = 0x20;
  private static final int MOST = 1 << 20;

  private Http2() {}

  public static Outcome request(
      Target target, String method, String path, Map<String, String> headers) {
    long started = System.nanoTime();
    try (Socket socket = target.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(PREFACE);
      out.write(frame(SETTINGS, 0, 0, new byte[0]));
      byte[] block = block(target, method, path, headers);
      out.write(frame(HEADERS, END_HEADERS | END_STREAM, 1, block));
      out.flush();
      int status = status(socket.getInputStream(), out);
      return new Outcome.Answered(status, Outcome.NO_HEADERS, "", Exchange.since(started));
    } catch (IOException e) {
      return new Outcome.Refused(Exchange.reason(e), Exchange.since(started));
    }
  }

  private static byte[] block(
      Target target, String method, String path, Map<String, String> headers) {
    var out = new ByteArrayOutputStream();
    field(":method", method, out);
    field(":scheme", target.tls().isPresent() ? "https" : "http", out);
    field(":authority", headers.getOrDefault("host", ""), out);
    field(":path", path, out);
    headers.forEach((name, value) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!lower.equals("host") && !lower.equals("connection")) {
        field(lower, value, out);
      }
    });
    return out.toByteArray();
  }

  /// A literal that is in no table.
  private static void field(String name, String value, ByteArrayOutputStream out) {
    out.write(0);
    text(name, out);
    text(value, out);
  }

  private static void text(String value, ByteArrayOutputStream out) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (length < 0x7f) {
      out.write(length);
    } else {
      out.write(0x7f);
      int rest = length - 0x7f;
      while (rest >= 0x80) {
        out.write((rest & 0x7f) | 0x80);
        rest >>= 7;
      }
      out.write(rest);
    }
    out.writeBytes(bytes);
  }

  private static byte[] frame(int kind, int flags, int stream, byte[] payload) {
    var out = new ByteArrayOutputStream();
    out.write(payload.length >> 16);
    out.write(payload.length >> 8);
    out.write(payload.length);
    out.write(kind);
    out.write(flags);
    out.writeBytes(new byte[] {0, 0, 0, (byte) stream});
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static int status(InputStream in, OutputStream out) throws IOException {
    while (true) {
      byte[] head = exactly(in, 9);
      int length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
      if (length > MOST) {
        throw new IOException("no answer of HTTP/2");
      }
      byte[] payload = exactly(in, length);
      int flags = head[4];
      switch (head[3]) {
        case SETTINGS -> {
          if ((flags & ACK) == 0) {
            out.write(frame(SETTINGS, ACK, 0, new byte[0]));
            out.flush();
          }
        }
        case RST_STREAM, GOAWAY -> throw new IOException("the stream was reset");
        case HEADERS -> {
          int skip = ((flags & PADDED) == 0 ? 0 : 1) + ((flags & PRIORITY) == 0 ? 0 : 5);
          return StatusField.decode(payload, skip);
        }
        default -> {
          // Nothing that says the status.
        }
      }
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("closed without an answer");
    }
    return bytes;
  }
}
