package io.meshc.rules.linkerd.value;

import io.meshc.rules.gateway.DnsText;

/// Identities of clients: names of DNS, of which the first label may be `*`, and names of SPIFFE.
public final class IdentityText {
  private static final String SCHEME = "spiffe://";

  private IdentityText() {}

  /// What is wrong with it; `""` if nothing is.
  public static String fault(String id) {
    if (!id.startsWith(SCHEME)) {
      return id.equals("*") || DnsText.isPattern(id)
          ? ""
          : "it is neither a name of DNS nor starts with `spiffe://`";
    }
    String rest = id.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String domain = slash < 0 ? rest : rest.substring(0, slash);
    if (domain.isEmpty()) {
      return "it has no trust domain";
    }
    if (!isOf(domain, false)) {
      return "a trust domain has small letters, digits, `.`, `-`, and `_`";
    }
    return slash < 0 ? "" : pathFault(rest.substring(slash + 1));
  }

  private static String pathFault(String path) {
    int start = 0;
    while (true) {
      int slash = path.indexOf('/', start);
      String segment = slash < 0 ? path.substring(start) : path.substring(start, slash);
      if (segment.isEmpty()) {
        return slash < 0 ? "it ends with `/`" : "a part of its path is empty";
      }
      if (segment.equals(".") || segment.equals("..")) {
        return "`" + segment + "` is a part of its path";
      }
      if (!isOf(segment, true)) {
        return "a path has letters, digits, `.`, `-`, and `_`";
      }
      if (slash < 0) {
        return "";
      }
      start = slash + 1;
    }
  }

  private static boolean isOf(String text, boolean capitals) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || capitals && c >= 'A' && c <= 'Z';
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
