package io.meshc.rules.linkerd.annotation;

/// Ports and ranges of ports with commas between.
final class PortList {
  private static final int LAST = 65_535;

  private PortList() {}

  /// What is wrong with it; `""` if nothing is.
  ///
  /// @param names whether names of ports may stand in it
  static String fault(String list, boolean names) {
    for (String each : list.split(",", -1)) {
      String entry = each.strip();
      String fault = entry.isEmpty() || names && isName(entry) ? "" : entryFault(entry);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  private static String entryFault(String entry) {
    int dash = entry.indexOf('-');
    int first = port(dash < 0 ? entry : entry.substring(0, dash));
    int last = dash < 0 ? first : port(entry.substring(dash + 1));
    if (first == 0 || last == 0) {
      return "`" + entry + "` is not in 1 to 65535";
    }
    return first > last ? "`" + entry + "` goes downwards" : "";
  }

  /// 0 for what is none.
  static int port(String text) {
    String digits = text.strip();
    if (digits.isEmpty() || digits.length() > 5) {
      return 0;
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      port = port * 10 + (c - '0');
    }
    return port <= LAST ? port : 0;
  }

  /// As Kubernetes has them: with a letter in it.
  private static boolean isName(String entry) {
    boolean letter = false;
    for (int i = 0; i < entry.length(); i++) {
      char c = entry.charAt(i);
      letter |= c >= 'a' && c <= 'z';
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return letter;
  }
}
