package io.meshc.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// What meshc wrote into a directory: the SHA-256 of each file, by its path. As text, one `digest  path` a line, which
/// `sha256sum --check` understands.
///
/// @param digests in lower case hex
record Manifest(SortedMap<String, String> digests) {
  static final String FILE = ".meshc-manifest";

  static Manifest of(SortedMap<String, String> files) {
    var digests = new TreeMap<String, String>();
    files.forEach((path, text) -> digests.put(path, digest(text.getBytes(StandardCharsets.UTF_8))));
    return new Manifest(digests);
  }

  /// Lines that are none of ours are left out: what they name was not written by meshc, as far as anybody can tell.
  static Manifest parse(String text) {
    var digests = new TreeMap<String, String>();
    for (String line : text.lines().toList()) {
      if (line.matches("[0-9a-f]{64}  .+")) {
        digests.put(line.substring(66), line.substring(0, 64));
      }
    }
    return new Manifest(digests);
  }

  String text() {
    var text = new StringBuilder();
    digests.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString();
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
