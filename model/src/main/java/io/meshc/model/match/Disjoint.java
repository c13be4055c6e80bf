package io.meshc.model.match;

import io.meshc.model.match.TextPattern.Exact;
import io.meshc.model.match.TextPattern.FirstMatch;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.model.match.TextPattern.PathPrefix;
import io.meshc.model.match.TextPattern.Prefix;
import io.meshc.model.match.TextPattern.StartRegex;
import java.util.List;
import java.util.Optional;

/// Whether two matches surely have no request in common. Where it is not plain to see, they may have one.
public final class Disjoint {
  private Disjoint() {}

  public static boolean surely(Match left, Match right) {
    return Alternatives.of(left).stream()
        .allMatch(a -> Alternatives.of(right).stream().allMatch(b -> alternatives(a, b)));
  }

  private static boolean alternatives(Match left, Match right) {
    List<Match> others = Alternatives.parts(right);
    return Alternatives.parts(left).stream()
        .anyMatch(a -> others.stream().anyMatch(b -> parts(a, b)));
  }

  private static boolean parts(Match left, Match right) {
    if (left instanceof Match.Unclear(var _, var atMost, var _)) {
      return surely(atMost, right);
    }
    if (right instanceof Match.Unclear(var _, var atMost, var _)) {
      return surely(left, atMost);
    }
    if (left instanceof Match.Not(var of)) {
      return of.equals(right);
    }
    if (right instanceof Match.Not(var of)) {
      return of.equals(left);
    }
    if (left instanceof Match.OnPath(var a) && right instanceof Match.OnPath(var b)) {
      return texts(a, b);
    }
    if (left instanceof Match.OnMethod(var a) && right instanceof Match.OnMethod(var b)) {
      return texts(a, b);
    }
    // a header may be there twice, with another value each time
    return left instanceof Match.OnWorkloadPort(var a)
            && right instanceof Match.OnWorkloadPort(var b)
            && a != b
        || left instanceof Match.OnServicePort(var c)
            && right instanceof Match.OnServicePort(var d)
            && c != d;
  }

  private static boolean texts(TextPattern left, TextPattern right) {
    TextPattern a = PlainRegex.simplest(left);
    TextPattern b = PlainRegex.simplest(right);
    if (a instanceof Exact(var text)) {
      return !b.accepts(text);
    }
    if (b instanceof Exact(var text)) {
      return !a.accepts(text);
    }
    Optional<String> here = start(a);
    Optional<String> there = start(b);
    return here.isPresent()
        && there.isPresent()
        && !here.get().startsWith(there.get())
        && !there.get().startsWith(here.get());
  }

  /// A text with which everything that the pattern accepts begins.
  private static Optional<String> start(TextPattern pattern) {
    return switch (pattern) {
      case Prefix(var text) -> Optional.of(text);
      case PathPrefix(var text) -> Optional.of(text);
      case FullRegex(var regex) -> Optional.of(start(regex.text()));
      case StartRegex(var regex) -> Optional.of(start(regex.text()));
      case FirstMatch(var regex) -> Optional.of(start(regex.text()));
      case TextPattern.Anything _,
          TextPattern.NotEmpty _,
          Exact _,
          TextPattern.Suffix _,
          TextPattern.Contains _,
          TextPattern.IgnoreCase _ ->
          Optional.empty();
    };
  }

  /// The plain letters at the start of an expression without alternatives.
  private static String start(String regex) {
    String text = regex.startsWith("^") ? regex.substring(1) : regex;
    if (text.indexOf('|') >= 0) {
      return "";
    }
    int end = 0;
    while (end < text.length() && "\\.[]{}()*+?^$".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    // what follows the last letter may make it optional
    boolean repeated = end < text.length() && "*?{+".indexOf(text.charAt(end)) >= 0;
    return text.substring(0, repeated && end > 0 ? end - 1 : end);
  }
}
