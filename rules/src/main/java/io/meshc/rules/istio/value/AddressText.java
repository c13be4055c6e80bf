package io.meshc.rules.istio.value;

/// Addresses of the internet protocols, as Go reads them, and those of sockets in the file system.
public final class AddressText {
  private static final String UNIX = "unix://";

  private AddressText() {}

  public static boolean isAddress(String text) {
    int zone = text.indexOf('%');
    if (zone >= 0) {
      return zone < text.length() - 1 && isV6(text.substring(0, zone));
    }
    return isV4(text) || isV6(text);
  }

  /// An address and the length of a prefix.
  public static boolean isPrefix(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0 || text.indexOf('%') >= 0) {
      return false;
    }
    String address = text.substring(0, slash);
    String length = text.substring(slash + 1);
    if (!isPlainNumber(length, 3)) {
      return false;
    }
    int bits = Integer.parseInt(length);
    return isV4(address) && bits <= 32 || isV6(address) && bits <= 128;
  }

  public static boolean isAddressOrPrefix(String text) {
    return text.indexOf('/') >= 0 ? isPrefix(text) : isAddress(text);
  }

  public static boolean isUnix(String text) {
    return text.startsWith(UNIX);
  }

  /// What is wrong with the address of a socket in the file system, `unix://` and all.
  public static String unixFault(String text) {
    String path = text.substring(UNIX.length());
    if (path.isEmpty()) {
      return "it names no socket";
    }
    if (path.startsWith("@")) {
      return "";
    }
    return path.startsWith("/") && !path.endsWith("/")
        ? ""
        : "it is not the absolute path of a file";
  }

  /// Without leading zeros.
  private static boolean isPlainNumber(String text, int digits) {
    if (text.isEmpty() || text.length() > digits || text.length() > 1 && text.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isV4(String text) {
    int parts = 0;
    int from = 0;
    while (from <= text.length()) {
      int dot = text.indexOf('.', from);
      int end = dot < 0 ? text.length() : dot;
      String part = text.substring(from, end);
      if (!isPlainNumber(part, 3) || Integer.parseInt(part) > 255) {
        return false;
      }
      parts++;
      from = end + 1;
    }
    return parts == 4;
  }

  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int left = before.isEmpty() ? 0 : groups(before, false);
    int right = after.isEmpty() ? 0 : groups(after, true);
    return left >= 0 && right >= 0 && left + right < 8;
  }

  /// How many groups of 16 bits; -1 for something else. The last two may be an address of version 4.
  private static int groups(String text, boolean mayEndInV4) {
    int count = 0;
    int from = 0;
    while (from <= text.length()) {
      int colon = text.indexOf(':', from);
      int end = colon < 0 ? text.length() : colon;
      String part = text.substring(from, end);
      if (colon < 0 && mayEndInV4 && part.indexOf('.') >= 0) {
        return isV4(part) ? count + 2 : -1;
      }
      if (!isGroup(part)) {
        return -1;
      }
      count++;
      from = end + 1;
    }
    return count;
  }

  private static boolean isGroup(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return false;
      }
    }
    return true;
  }
}
