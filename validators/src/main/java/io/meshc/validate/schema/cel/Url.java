package io.meshc.validate.schema.cel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URL as Go takes it in a request: absolute, or a path that starts with `/`.
record Url(String scheme, String host, String path) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?.*)?");
  private static final Pattern PORT = Pattern.compile(":([0-9]*)$");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /// @throws IllegalArgumentException for what is no URL: the rule that asks ends in an error
  static Url parse(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException("`" + text + "` is no URL"));
  }

  static boolean isUrl(String text) {
    return read(text).isPresent();
  }

  private static Optional<Url> read(String text) {
    Matcher shape = SHAPE.matcher(text);
    boolean plain = text.chars().allMatch(it -> it > ' ' && it != 0x7f);
    if (text.isEmpty() || !plain || !shape.matches() || BAD_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    String scheme = given(shape, 1).toLowerCase(Locale.ROOT);
    String authority = given(shape, 2);
    String path = given(shape, 3);
    if (scheme.isEmpty() && !path.startsWith("/") && authority.isEmpty()) {
      return Optional.empty();
    }
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return isHost(host) ? Optional.of(new Url(scheme, host, path)) : Optional.empty();
  }

  private static String given(Matcher shape, int part) {
    String text = shape.group(part);
    return text == null ? "" : text;
  }

  /// A port is digits, or nothing; brackets stand around an IPv6 address.
  private static boolean isHost(String host) {
    int colon = host.lastIndexOf(':');
    boolean bracketed = host.startsWith("[");
    if (bracketed) {
      int end = host.indexOf(']');
      return end > 0
          && (end == host.length() - 1 || PORT.matcher(host.substring(end + 1)).matches());
    }
    return colon < 0 || PORT.matcher(host.substring(colon)).matches();
  }

  String hostname() {
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  String port() {
    Matcher port = PORT.matcher(host);
    return port.find() ? given(port, 1) : "";
  }
}
