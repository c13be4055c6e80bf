package io.meshc.cli.report;

import io.meshc.validate.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The page of a rule, as it ships beside the rule's class.
///
/// @param text Markdown; `""` where a rule has no page
public record RulePage(String text) {

  public static RulePage of(Rule rule) {
    try (InputStream page = rule.getClass().getResourceAsStream(rule.page())) {
      return new RulePage(
          page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands under a heading, without the heading; `""` where there is none.
  String section(String heading) {
    var section = new StringBuilder();
    boolean inside = false;
    boolean code = false;
    for (String line : text.lines().toList()) {
      code ^= line.startsWith("```");
      boolean starts = !code && line.startsWith("#");
      if (starts && inside) {
        break;
      }
      if (inside) {
        section.append(line).append('\n');
      }
      inside |= starts && line.replaceFirst("^#+\\s*", "").strip().equalsIgnoreCase(heading);
    }
    return section.toString().strip();
  }
}
