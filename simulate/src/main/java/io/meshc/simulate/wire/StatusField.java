package io.meshc.simulate.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The status of an answer of HTTP/2: the first field of its header block (RFC 7541), which is in no dynamic table yet.
final class StatusField {
  /// What the static table holds, from index 8.
  private static final int[] INDEXED = {200, 204, 206, 304, 400, 404, 500};

  private static final int FIRST = 8;

  private StatusField() {}

  static int decode(byte[] block, int start) throws IOException {
    try {
      int at = start;
      while ((block[at] & 0xe0) == 0x20) { // the table changes its size
        at = (block[at] & 0x1f) == 0x1f ? afterInteger(block, at + 1) : at + 1;
      }
      int first = block[at] & 0xff;
      int index = first & (first >= 0x80 ? 0x7f : first >= 0x40 ? 0x3f : 0x0f);
      if (index < FIRST || index >= FIRST + INDEXED.length) {
        throw new IOException("the first field is not the status");
      }
      return first >= 0x80 ? INDEXED[index - FIRST] : literal(block, at + 1);
    } catch (IndexOutOfBoundsException | NumberFormatException _) {
      throw new IOException("no status of HTTP/2");
    }
  }

  private static int afterInteger(byte[] block, int start) {
    int at = start;
    while ((block[at] & 0x80) != 0) {
      at++;
    }
    return at + 1;
  }

  private static int literal(byte[] block, int at) {
    int length = block[at] & 0x7f;
    String digits =
        (block[at] & 0x80) == 0
            ? new String(block, at + 1, length, StandardCharsets.US_ASCII)
            : huffman(block, at + 1, length);
    return Integer.parseInt(digits);
  }

  /// Digits are all that a status has: 0, 1 and 2 have codes of five bits, 3 to 9 of six, from 011001.
  private static String huffman(byte[] block, int start, int length) {
    var digits = new StringBuilder();
    int bits = length * 8;
    int at = 0;
    while (digits.length() < 3 && at + 5 <= bits) {
      int five = take(block, start, at, 5);
      if (five < 3) {
        digits.append(five);
        at += 5;
      } else {
        int digit = take(block, start, at, 6) - 0b011001 + 3;
        if (digit < 3 || digit > 9) {
          throw new NumberFormatException("no digit");
        }
        digits.append(digit);
        at += 6;
      }
    }
    return digits.toString();
  }

  private static int take(byte[] block, int start, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = (value << 1) | ((block[start + i / 8] >> (7 - i % 8)) & 1);
    }
    return value;
  }
}
