package io.meshc.validate.schema;

/// Addresses as Go reads them: no leading zeros, no zone.
public final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  public static boolean isV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean digits =
          !part.isEmpty()
              && part.length() <= 3
              && part.chars().allMatch(it -> it >= '0' && it <= '9');
      boolean zeros = part.length() > 1 && part.startsWith("0");
      if (!digits || zeros || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  public static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == GROUPS;
    }
    String head = text.substring(0, gap);
    String tail = text.substring(gap + 2);
    int before = head.isEmpty() ? 0 : groups(head, false);
    int after = tail.isEmpty() ? 0 : groups(tail, true);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /// `10.0.0.0/8`
  public static boolean isRange(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return false;
    }
    String address = text.substring(0, slash);
    String bits = text.substring(slash + 1);
    boolean number = bits.matches("0|[1-9][0-9]{0,2}");
    return number
        && ((isV4(address) && Integer.parseInt(bits) <= 32)
            || (isV6(address) && Integer.parseInt(bits) <= 128));
  }

  /// How many groups of 16 bits; negative if some is none. The last ones may be written as an IPv4 address.
  private static int groups(String text, boolean last) {
    String[] parts = text.split(":", -1);
    int groups = 0;
    for (int i = 0; i < parts.length; i++) {
      if (last && i == parts.length - 1 && isV4(parts[i])) {
        groups += 2;
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups++;
      } else {
        return -1;
      }
    }
    return groups;
  }
}
