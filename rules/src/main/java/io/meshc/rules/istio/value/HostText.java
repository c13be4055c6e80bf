package io.meshc.rules.istio.value;

/// Names of hosts and of their parts. Letter case does not count for Istio, unlike for Kubernetes.
public final class HostText {
  private static final int MOST = 255;
  private static final int MOST_OF_LABEL = 63;

  private HostText() {}

  /// Letters, digits and `-`, the last not at an end, 63 characters at most.
  public static boolean isLabel(String text) {
    return isLabel(text, 0, text.length());
  }

  /// What is wrong with a name of one host.
  public static String nameFault(String host) {
    String fault = lengthFault(host);
    return fault.isEmpty() ? labelsFault(host) : fault;
  }

  /// What is wrong with a name of one host or of all hosts that end in it: its first label may be `*` or start with one.
  public static String fault(String host) {
    String fault = lengthFault(host);
    if (!fault.isEmpty()) {
      return fault;
    }
    int dot = host.indexOf('.');
    String first = dot < 0 ? host : host.substring(0, dot);
    if (!isWildcardLabel(first)) {
      return labelFault(first);
    }
    return dot < 0 ? "" : labelsFault(host.substring(dot + 1));
  }

  /// The same for a host of a listener: only a whole label may be a wildcard, and a name without a dot is too short.
  ///
  /// @param mayBeAddress as at a gateway
  public static String listenerFault(String host, boolean mayBeAddress) {
    String fault = fault(host);
    if (!fault.isEmpty()) {
      if (!mayBeAddress || !AddressText.isAddress(host)) {
        return fault;
      }
    }
    if (!host.equals("*") && host.indexOf('.') < 0) {
      // an IPv6 address has no dot either, and Istio asks that of it too
      return "it has no dot, and short names stand for no host here";
    }
    return isPartialWildcard(host) ? "`*` stands for a part of a label" : "";
  }

  /// `*` where it is neither the whole name nor its first label.
  public static boolean isPartialWildcard(String host) {
    return host.indexOf('*') >= 0 && host.length() != 1 && !host.startsWith("*.");
  }

  /// Whether one name or wildcard and another have a host in common, as Istio compares them.
  public static boolean overlap(String left, String right) {
    boolean leftIsWild = left.startsWith("*");
    boolean rightIsWild = right.startsWith("*");
    if (leftIsWild && rightIsWild) {
      return left.length() < right.length()
          ? right.endsWith(left.substring(1))
          : left.endsWith(right.substring(1));
    }
    if (leftIsWild) {
      return right.endsWith(left.substring(1));
    }
    return rightIsWild ? left.endsWith(right.substring(1)) : left.equals(right);
  }

  /// Whether every host of a name or wildcard is one of another.
  public static boolean within(String host, String wider) {
    boolean hostIsWild = host.startsWith("*");
    if (wider.startsWith("*")) {
      return (!hostIsWild || host.length() >= wider.length())
          && host.substring(hostIsWild ? 1 : 0).endsWith(wider.substring(1));
    }
    return !hostIsWild && host.equals(wider);
  }

  private static String lengthFault(String host) {
    if (host.isEmpty()) {
      return "it is empty";
    }
    return host.length() > MOST ? "it is longer than " + MOST + " characters" : "";
  }

  private static String labelsFault(String host) {
    int from = 0;
    while (true) {
      int dot = host.indexOf('.', from);
      int end = dot < 0 ? host.length() : dot;
      if (dot < 0) {
        if (isNumber(host, from, end)) {
          return "its last label is a number";
        }
        // a dot at the end is that of the root
        return from == end || isLabel(host, from, end) ? "" : labelFault(host.substring(from, end));
      }
      if (!isLabel(host, from, end)) {
        return labelFault(host.substring(from, end));
      }
      from = dot + 1;
    }
  }

  private static String labelFault(String label) {
    if (label.isEmpty()) {
      return "it has an empty label";
    }
    if (label.indexOf('*') >= 0) {
      return "`*` can only start the first label";
    }
    return label.length() > MOST_OF_LABEL
        ? "a label is longer than " + MOST_OF_LABEL + " characters"
        : "label `" + label + "` is not letters, digits and `-` alone, the last not at an end";
  }

  /// A label, one with `*` or `*-` before it, or `*` alone.
  private static boolean isWildcardLabel(String label) {
    if (!label.startsWith("*")) {
      return isLabel(label);
    }
    if (label.length() == 1) {
      return true;
    }
    int from = label.startsWith("*-") ? 2 : 1;
    return label.length() <= MOST_OF_LABEL && isLabel(label, from, label.length());
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static boolean isLabel(String text, int from, int to) {
    if (from >= to
        || to - from > MOST_OF_LABEL
        || text.charAt(from) == '-'
        || text.charAt(to - 1) == '-') {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!LabelText.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }
}
