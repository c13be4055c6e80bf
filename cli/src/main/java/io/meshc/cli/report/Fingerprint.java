package io.meshc.cli.report;

import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Finding;
import io.meshc.source.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for a finding that survives moves: of lines within a file, and of a resource between files.
public final class Fingerprint {
  private Fingerprint() {}

  /// Rule, resource, field and occurrence. The file only where no resource is known.
  public static String of(Entry entry) {
    return hash(field(entry.finding(), entry.finding().origin().file()) + entry.occurrence());
  }

  /// The same for all occurrences alike.
  ///
  /// @param file that the finding is in, in words that do not depend on where the user stands
  public static String ofAll(Entry entry, String file) {
    return hash(field(entry.finding(), file));
  }

  private static String field(Finding finding, String file) {
    String what = finding.resource().map(Fingerprint::id).orElse(file);
    return finding.rule() + "\0" + what + "\0" + finding.origin().path() + "\0";
  }

  private static String id(ResourceId id) {
    return id.group() + "/" + id.kind() + "/" + id.namespace() + "/" + id.name();
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
