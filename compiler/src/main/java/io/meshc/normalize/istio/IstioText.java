package io.meshc.normalize.istio;

import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The strings of an AuthorizationPolicy → patterns: `x`, `x*`, `*x` and `*`. A `*` elsewhere is itself.
///
/// Source: istio.io, "Authorization Policy"; istio/istio, pilot/pkg/security/authz/matcher.
final class IstioText {
  private IstioText() {}

  /// Where `*` asks for at least one character: paths and identities.
  static TextPattern text(String value) {
    return value.equals("*") ? new TextPattern.NotEmpty() : affix(value);
  }

  /// What one step of a path may hold. Source: envoyproxy/envoy, URI templates.
  private static final String STEP = "-a-zA-Z0-9._~%!$&'()+,;:@=";

  /// A path; with `{*}` for one step of it and `{**}` for any rest.
  static TextPattern path(String value) {
    if (!value.contains("{*}") && !value.contains("{**}")) {
      return text(value);
    }
    String regex =
        value
            .replaceAll("[.+()$^|\\[\\]?\\\\]", "\\\\$0")
            .replace("{**}", "[" + STEP + "/]*")
            .replace("{*}", "[" + STEP + "]+");
    return Regex.of(regex).<TextPattern>map(TextPattern.FullRegex::new).orElse(text(value));
  }

  /// Where `*` asks that it is there: headers, hosts and methods.
  static TextPattern header(String value) {
    return value.equals("*") ? TextPattern.ANYTHING : affix(value);
  }

  /// Where `*` stands for any text wherever it is: namespaces.
  static TextPattern namespace(String value) {
    boolean inside = value.length() > 2 && value.substring(1, value.length() - 1).contains("*");
    if (!inside && !(value.startsWith("*") && value.endsWith("*"))) {
      return affix(value);
    }
    String regex =
        Arrays.stream(value.split("\\*", -1))
            .map(it -> it.replaceAll("[^A-Za-z0-9-]", "\\\\$0"))
            .collect(Collectors.joining(".*"));
    return Regex.of(regex).<TextPattern>map(TextPattern.FullRegex::new).orElse(affix(value));
  }

  private static TextPattern affix(String value) {
    if (value.startsWith("*")) {
      return new TextPattern.Suffix(value.substring(1));
    }
    return value.endsWith("*")
        ? new TextPattern.Prefix(value.substring(0, value.length() - 1))
        : new TextPattern.Exact(value);
  }
}
