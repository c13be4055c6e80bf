package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.rules.invalid.PathText.Piece;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A `pathRegex` asks for a query, which is no part of the path. Page, examples, tests: QueryInPath.md, beside this file.
public final class QueryInPath implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0016", "query-in-path", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return PathText.written(group, it -> it.indexOf('?') >= 0)
        .filter(it -> asksForQuery(it.value()))
        .map(it ->
            at(
                    it.origin(),
                    group.meta().id(),
                    "`" + it.value() + "` asks for a query, which is no part of the path")
                .help("leave out what stands behind the path: meshes compare without it"));
  }

  private static boolean asksForQuery(String regex) {
    List<Piece> pieces = PathText.pieces(regex);
    for (int i = 0; i < pieces.size(); i++) {
      boolean isMark = pieces.get(i).is("\\?") || pieces.get(i).is("[?]");
      boolean mayBeLeftOut = i + 1 < pieces.size() && "*?{".contains(pieces.get(i + 1).text());
      if (isMark && pieces.get(i).depth() == 0 && !mayBeLeftOut) {
        return true;
      }
    }
    return hasParameter(pieces);
  }

  /// `?page=`, where the question mark is an operator, but is not meant as one.
  private static boolean hasParameter(List<Piece> pieces) {
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).is("?") && pieces.get(i - 1).isLiteral()) {
        int end = i + 1;
        while (end < pieces.size() && isOfName(pieces.get(end).text())) {
          end++;
        }
        if (end > i + 1 && end < pieces.size() && pieces.get(end).is("=")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfName(String piece) {
    char c = piece.charAt(0);
    return piece.length() == 1 && (Character.isLetterOrDigit(c) || c == '_');
  }
}
