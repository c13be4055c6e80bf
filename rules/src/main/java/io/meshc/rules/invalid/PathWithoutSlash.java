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

/// A `pathRegex` that no path matches, because every path starts with a slash. Page, examples, tests: PathWithoutSlash.md, beside this file.
public final class PathWithoutSlash implements ResourceRule<HttpRouteGroup> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0015", "path-without-slash", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<HttpRouteGroup> reads() {
    return HttpRouteGroup.class;
  }

  @Override
  public Stream<Finding> check(HttpRouteGroup group, Checked input) {
    return PathText.written(group, it -> !it.startsWith("/"))
        .filter(it -> startsOtherwise(PathText.pieces(it.value())))
        .map(it ->
            at(it.origin(), group.meta().id(), "no path starts like `" + it.value() + "`")
                .help("a path starts with `/`"));
  }

  /// Whether a plain character other than a slash must stand first, whatever follows.
  private static boolean startsOtherwise(List<Piece> pieces) {
    List<Piece> own = pieces.stream().dropWhile(it -> it.is("^")).toList();
    if (own.isEmpty() || own.stream().anyMatch(it -> it.is("|") && it.depth() == 0)) {
      return false;
    }
    boolean mayBeLeftOut = own.size() > 1 && "*?{".contains(own.get(1).text());
    Piece first = own.getFirst();
    return first.isLiteral() && !first.is("/") && !mayBeLeftOut;
  }
}
