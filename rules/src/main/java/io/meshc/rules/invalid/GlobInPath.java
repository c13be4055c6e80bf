package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.rules.invalid.PathText.Piece;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A `pathRegex` written like a glob. Page, examples, tests: GlobInPath.md, beside this file.
public final class GlobInPath implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0017", "glob-in-path", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return PathText.written(group, it -> it.indexOf('*') >= 0)
        .flatMap(it -> repeated(it.value()).map(piece -> said(group, it, piece)).stream());
  }

  /// The first plain character that a star repeats. `//*` is how one or more slashes are written, and nothing else is.
  private static Optional<String> repeated(String regex) {
    List<Piece> pieces = PathText.pieces(regex);
    for (int i = 1; i < pieces.size(); i++) {
      Piece before = pieces.get(i - 1);
      boolean doubled = i > 1 && pieces.get(i - 2).is(before.text());
      if (pieces.get(i).is("*") && before.isLiteral() && !doubled) {
        return Optional.of(before.text());
      }
    }
    return Optional.empty();
  }

  private Finding said(HttpRouteGroup group, At<String> regex, String piece) {
    String message =
        "`"
            + regex.value()
            + "` looks like a glob: in a regular expression `*` repeats `"
            + piece
            + "`";
    return at(regex.origin(), group.meta().id(), message).help("`.*` stands for any text");
  }
}
