package io.meshc.dialect.kubernetes;

import java.util.regex.Pattern;

/// IPv4 and IPv6 addresses as text, told from names by their shape alone.
final class IpAddress {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern V6 =
      Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*(:" + BYTE + "(\\." + BYTE + "){3})?");

  private IpAddress() {}

  static boolean is(String text) {
    return V4.matcher(text).matches() || V6.matcher(text).matches();
  }
}
