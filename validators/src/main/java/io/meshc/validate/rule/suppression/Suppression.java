package io.meshc.validate.rule.suppression;

import io.meshc.diag.Finding;
import io.meshc.source.Origin;
import io.meshc.source.Span;

/// One word by which an author silences a rule at one place. A comment or annotation with several words is several.
///
/// @param origin where the comment or the annotation stands
/// @param word id, name, alias, category or `*`; `""` where there is none
/// @param reason may be `""`
/// @param governs the findings that start in there are meant
public record Suppression(Origin origin, String word, String reason, Span governs) {

  /// Whether a finding starts at a place that this governs, whichever rule it is of.
  public boolean reaches(Finding finding) {
    Span at = finding.origin().span();
    return finding.origin().file().equals(origin.file())
        && !isBefore(at.startLine(), at.startColumn(), governs.startLine(), governs.startColumn())
        && isBefore(at.startLine(), at.startColumn(), governs.endLine(), governs.endColumn());
  }

  private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column < otherColumn);
  }
}
