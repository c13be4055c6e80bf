package io.meshc.rules.reference;

import io.meshc.diag.Finding;
import io.meshc.diag.Nearest;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Rule;
import java.util.Collection;
import java.util.stream.Stream;

/// What every rule of this package says of a reference.
final class Missing {
  private Missing() {}

  /// Nothing if it is found. If the repo does not hold the namespace at all, it may well be there: an info.
  static Stream<Finding> say(Rule rule, Reference reference, Severity ifMissing) {
    ResourceId to = reference.to();
    String what = reference.role() + " `" + to.name() + "`";
    return switch (reference.state()) {
      case FOUND, HIDDEN -> Stream.empty();
      case MISSING ->
          Stream.of(
              rule.at(
                      reference.origin(),
                      reference.from(),
                      what + " is not in namespace `" + to.namespace() + "`")
                  .as(ifMissing));
      case OUTSIDE ->
          Stream.of(
              rule.at(
                      reference.origin(),
                      reference.from(),
                      what
                          + " is in namespace `"
                          + to.namespace()
                          + "`, which the repo does not hold")
                  .as(Severity.INFO));
    };
  }

  /// Among more names than this, one that looks alike is no hint, and to look for it takes as long as all else.
  private static final int MAX_NAMES = 1_000;

  static String didYouMean(String word, Collection<String> known) {
    return known.size() > MAX_NAMES
        ? ""
        : Nearest.to(word, known).map(it -> "did you mean `" + it + "`?").orElse("");
  }
}
