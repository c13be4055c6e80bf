package io.meshc.yaml;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the source of a template (Helm, Jinja, ytt, envsubst, ERB) from YAML that is merely wrong.
final class Templates {
  private Templates() {}

  /// A comment of ytt: `#@ expression`, `#@data/values`.
  private static final Pattern YTT = Pattern.compile("#@[ \\ta-z]");

  /// A template action where YAML expects a value or a key. Inside of plain text (`Pod {{
  /// $labels.pod }} is down`) it is YAML, and often meant to be.
  private static final Pattern ACTION =
      Pattern.compile("(?m)(?:^|[-:,?\\[{(])[ \\t]*(\\{\\{|\\{%|\\{#|<%)");

  private static final Pattern ANYWHERE =
      Pattern.compile("\\{\\{|\\{%|<%|\\$\\{[A-Za-z_]|\\$\\([A-Za-z_]");

  /// Where a document that parses says nevertheless that it is a template.
  static OptionalInt marked(String text) {
    return text.contains("#@")
        ? first(YTT.matcher(Bare.split(text).comments()))
        : OptionalInt.empty();
  }

  /// Where a document that does not parse has something that a template would have.
  ///
  /// @param errorLine the line of the text, from 0, that the parser stumbled over
  static OptionalInt breaking(String text, int errorLine) {
    if (!ANYWHERE.matcher(text).find() && !text.contains("{#")) {
      return OptionalInt.empty();
    }
    String code = Bare.split(text).code();
    Matcher action = ACTION.matcher(code);
    if (action.find()) {
      return OptionalInt.of(action.start(1));
    }
    int start = Lines.of(text).start(errorLine + 1);
    return first(ANYWHERE.matcher(code).region(start, Lines.end(text, start)));
  }

  private static OptionalInt first(Matcher matcher) {
    return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
  }
}
