package io.meshc.rules.istio.value;

import java.util.Set;

/// Names and values of HTTP headers, where Istio matches or writes them.
public final class HeaderText {
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";
  private static final Set<String> PSEUDO =
      Set.of(":method", ":scheme", ":authority", ":path", ":status");
  private static final String CLAIMS = "@request.auth.claims";

  private HeaderText() {}

  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!LabelText.isLetterOrDigit(c) && TOKEN_SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// What is wrong with the name of a header that a match looks at.
  public static String matchFault(String name) {
    if (name.isEmpty()) {
      return "it is empty";
    }
    return isToken(name) || PSEUDO.contains(name) || isClaim(name)
        ? ""
        : "it is no token of HTTP, no pseudo header and no claim";
  }

  /// `@request.auth.claims.x` or `@request.auth.claims[x]`: not a header but a part of the token.
  public static boolean isClaim(String name) {
    if (!name.regionMatches(true, 0, CLAIMS, 0, CLAIMS.length())) {
      return false;
    }
    String claim = name.substring(CLAIMS.length());
    return claim.startsWith(".") && claim.length() > 1
        || claim.startsWith("[") && claim.endsWith("]") && claim.length() > 2;
  }

  public static boolean isAuthority(String name) {
    return name.equalsIgnoreCase(":authority") || name.equalsIgnoreCase("host");
  }

  /// What is wrong with the name of a header that is written or removed.
  ///
  /// @param mayBeAuthority as where a request gets one
  public static String operationFault(String name, boolean mayBeAuthority) {
    if (name.isEmpty()) {
      return "it is empty";
    }
    if (mayBeAuthority && isAuthority(name)) {
      return "";
    }
    if (name.startsWith(":")) {
      return "pseudo headers are not to be changed";
    }
    return name.equalsIgnoreCase("host") ? "the host is not to be changed here" : "";
  }

  /// What is wrong with a value that Envoy writes: control characters, and `%` outside of `%%` and `%VARIABLE(arguments)%`.
  public static String valueFault(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' && c != '\t' || c == '\u007f') {
        return "it has a control character";
      }
    }
    return value.indexOf('%') < 0 ? "" : new Variables(value).fault();
  }

  /// The grammar of variables in a value, as Envoy's parser goes through it.
  private static final class Variables {
    private static final String OPEN =
        "a variable starts with `%` and does not end: a plain `%` is `%%`";

    private final String text;
    private int at;

    Variables(String text) {
      this.text = text;
    }

    String fault() {
      while (at < text.length()) {
        if (text.charAt(at++) != '%') {
          continue;
        }
        if (at < text.length() && text.charAt(at) == '%') {
          at++;
          continue;
        }
        String fault = name();
        if (!fault.isEmpty()) {
          return fault;
        }
      }
      return "";
    }

    /// After the first `%`.
    private String name() {
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '%') {
          return "";
        }
        if (c == '(') {
          return arguments();
        }
      }
      return OPEN;
    }

    private String arguments() {
      skipSpaces();
      if (at == text.length()) {
        return OPEN;
      }
      if (text.charAt(at++) != '[') {
        return plainArguments();
      }
      return list();
    }

    /// Up to `)`, unless a quote turns it into a list.
    private String plainArguments() {
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '\\') {
          at++;
        } else if (c == ')') {
          return close();
        } else if (c == '"') {
          return afterItem();
        }
      }
      return OPEN;
    }

    private String list() {
      skipSpaces();
      if (at == text.length()) {
        return OPEN;
      }
      return text.charAt(at++) == '"'
          ? plainArguments()
          : "the arguments of a variable are no list of strings";
    }

    private String afterItem() {
      skipSpaces();
      if (at == text.length()) {
        return OPEN;
      }
      return switch (text.charAt(at++)) {
        case ',' -> list();
        case ']' -> endOfArguments();
        default -> "the arguments of a variable are no list of strings";
      };
    }

    private String endOfArguments() {
      skipSpaces();
      if (at == text.length()) {
        return OPEN;
      }
      return text.charAt(at++) == ')' ? close() : "the arguments of a variable do not end in `)`";
    }

    private String close() {
      skipSpaces();
      if (at == text.length()) {
        return OPEN;
      }
      return text.charAt(at++) == '%' ? "" : "after the arguments of a variable stands no `%`";
    }

    private void skipSpaces() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
