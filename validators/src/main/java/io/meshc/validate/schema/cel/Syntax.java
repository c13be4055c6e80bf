package io.meshc.validate.schema.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;

/// Whether a text is an expression of CEL at all, whatever its names mean.
public final class Syntax {
  private Syntax() {}

  /// What the parser has against it; `""` if nothing.
  public static String fault(String text) {
    CelParser parser =
        CelParserFactory.standardCelParserBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .build();
    CelValidationResult result = parser.parse(text);
    return result.hasError()
        ? result.getErrors().stream().map(CelIssue::getMessage).findFirst().orElse("not CEL")
        : "";
  }
}
