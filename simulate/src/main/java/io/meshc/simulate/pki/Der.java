package io.meshc.simulate.pki;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/// The few types of ASN.1 that a certificate is made of, in their distinguished encoding (X.690).
///
/// The JDK reads certificates, but has no public way to make one; a library that does is ten times the size of meshc.
final class Der {
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(0x31, parts);
  }

  static byte[] bool(boolean value) {
    return tagged(0x01, new byte[] {(byte) (value ? 0xff : 0)});
  }

  static byte[] integer(BigInteger value) {
    return tagged(0x02, value.toByteArray());
  }

  /// @param unused how many bits of the last byte do not count
  static byte[] bits(int unused, byte[] value) {
    return tagged(0x03, new byte[] {(byte) unused}, value);
  }

  static byte[] octets(byte[] value) {
    return tagged(0x04, value);
  }

  static byte[] nothing() {
    return tagged(0x05);
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant value) {
    return tagged(0x17, UTC_TIME.format(value).getBytes(StandardCharsets.US_ASCII));
  }

  /// A name such as `2.5.29.17`.
  static byte[] oid(String dotted) {
    long[] arcs = Arrays.stream(dotted.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
    var out = new ByteArrayOutputStream();
    arc(arcs[0] * 40 + arcs[1], out);
    Arrays.stream(arcs).skip(2).forEach(it -> arc(it, out));
    return tagged(0x06, out.toByteArray());
  }

  private static void arc(long value, ByteArrayOutputStream out) {
    int shift = 0;
    while (value >> (shift + 7) != 0) {
      shift += 7;
    }
    for (; shift >= 0; shift -= 7) {
      out.write((int) (value >> shift & 0x7f) | (shift > 0 ? 0x80 : 0));
    }
  }

  /// A value that stands for itself inside of a numbered field.
  static byte[] explicit(int number, byte[] value) {
    return tagged(0xa0 | number, value);
  }

  /// A text in a numbered field, without a tag of its own.
  static byte[] implicit(int number, String value) {
    return tagged(0x80 | number, value.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(it -> it.length).sum();
    var out = new ByteArrayOutputStream(length + 5);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] size = BigInteger.valueOf(length).toByteArray();
      int from = size[0] == 0 ? 1 : 0;
      out.write(0x80 | (size.length - from));
      out.write(size, from, size.length - from);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
