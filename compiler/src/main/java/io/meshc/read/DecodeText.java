package io.meshc.read;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Bytes → text, strictly: a byte that is not UTF-8 is a problem with its line, never a replacement character.
final class DecodeText {
  private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

  private static final Span START = Span.FILE_START;

  private DecodeText() {}

  /// One file as it came: its text, or why there is none.
  sealed interface Decoded {
    record Text(SourceFile file) implements Decoded {}

    record Bad(Problem problem) implements Decoded {}
  }

  static Decoded decode(String path, byte[] bytes) {
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return bad(path, START, "file is UTF-32, not UTF-8", "save it as UTF-8");
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return bad(path, START, "file is UTF-16, not UTF-8", "save it as UTF-8");
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      return bad(path, place(text, nul), "file is binary: it has a NUL byte", "");
    }
    if (text.startsWith(LFS_POINTER)) {
      String message = "file is only a pointer to what Git LFS keeps elsewhere";
      return new Decoded.Bad(
          new Problem(
              Problem.Kind.UNREADABLE, Origin.file(path), message, "`git lfs pull` fetches it"));
    }
    // Only a text with a replacement character can have come from bad bytes; it may also hold a
    // real one.
    return text.indexOf('\ufffd') < 0
        ? new Decoded.Text(new SourceFile(path, text))
        : strictly(path, bytes, start, text);
  }

  private static Decoded strictly(String path, byte[] bytes, int start, String lenient) {
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      String message = "byte 0x%02X is not UTF-8 text".formatted(bytes[in.position()] & 0xFF);
      return bad(path, place(lenient, out.position()), message, "");
    }
    return new Decoded.Text(new SourceFile(path, lenient));
  }

  static Decoded tooLarge(String path) {
    String message = "file is larger than " + (SourceFile.MAX_BYTES >> 20) + " MiB; it is not read";
    return bad(path, START, message, SourceFile.CUT_IT);
  }

  static Decoded unreadable(String path, String why) {
    return new Decoded.Bad(
        new Problem(Problem.Kind.UNREADABLE, Origin.file(path), "file cannot be read: " + why, ""));
  }

  private static Decoded bad(String path, Span place, String message, String help) {
    return new Decoded.Bad(
        new Problem(Problem.Kind.NOT_TEXT, new Origin(path, "", place), message, help));
  }

  private static Span place(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int line = (int) text.substring(0, start).chars().filter(it -> it == '\n').count() + 1;
    int column = text.codePointCount(start, offset) + 1;
    return new Span(line, column, line, column);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
