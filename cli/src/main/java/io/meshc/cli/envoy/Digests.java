package io.meshc.cli.envoy;

import io.meshc.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Files → their SHA-256, by paths that say nothing of the machine.
public final class Digests {
  private Digests() {}

  /// @param inputs paths that the user named
  public static Map<String, String> of(List<SourceFile> files, List<String> inputs) {
    var digests = new TreeMap<String, String>();
    for (SourceFile it : files) {
      digests.put(below(it.path(), inputs), digest(it.text().getBytes(StandardCharsets.UTF_8)));
    }
    return digests;
  }

  private static String below(String path, List<String> inputs) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return inputs.stream()
        .map(it -> it.endsWith("/") ? it : it + "/")
        .filter(path::startsWith)
        .findFirst()
        .map(it -> path.substring(it.length()))
        .orElse(path.startsWith("/") ? name : path);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
