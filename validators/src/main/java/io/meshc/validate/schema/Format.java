package io.meshc.validate.schema;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;

/// The formats that the server checks and that CRDs of meshes use. It ignores those that it does not know, and so does meshc.
enum Format {
  DURATION("duration", "duration such as `1h30m`") {
    @Override
    boolean takes(String text) {
      return GO_DURATION.matcher(text).matches() || LONG_DURATION.matcher(text).matches();
    }
  },
  DATE_TIME("date-time", "date and time such as `2026-11-01T10:00:00Z`") {
    @Override
    boolean takes(String text) {
      return TIMESTAMP.matcher(text).matches();
    }
  },
  DATE("date", "date such as `2026-11-01`") {
    @Override
    boolean takes(String text) {
      return DAY.matcher(text).matches();
    }
  },
  BYTE("byte", "base64 text") {
    @Override
    boolean takes(String text) {
      return text.length() % 4 == 0 && BASE64.matcher(text).matches();
    }
  },
  IPV4("ipv4", "IPv4 address") {
    @Override
    boolean takes(String text) {
      return Addresses.isV4(text);
    }
  },
  IPV6("ipv6", "IPv6 address") {
    @Override
    boolean takes(String text) {
      return Addresses.isV6(text);
    }
  },
  CIDR("cidr", "range of addresses such as `10.0.0.0/8`") {
    @Override
    boolean takes(String text) {
      return Addresses.isRange(text);
    }
  },
  UUID("uuid", "UUID") {
    @Override
    boolean takes(String text) {
      return HEX_GROUPS.matcher(text).matches();
    }
  };

  private static final Pattern GO_DURATION =
      Pattern.compile(
          "[-+]?(0|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))"
              + "(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))*");
  private static final Pattern LONG_DURATION =
      Pattern.compile(
          "([0-9]+)\\s*(ns|nano|nanosecond|us|µs|micro|microsecond|ms|milli|millisecond|s|sec|second"
              + "|m|min|minute|h|hr|hour|d|day|w|wk|week)s?");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)"
              + "(\\.[0-9]+)?([Zz]|[-+]([01][0-9]|2[0-3]):?[0-5][0-9])?");
  private static final Pattern DAY =
      Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
  private static final Pattern HEX_GROUPS =
      Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");

  private final String name;
  private final String described;

  Format(String name, String described) {
    this.name = name;
    this.described = described;
  }

  static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(it -> it.name.equals(name)).findFirst();
  }

  String described() {
    return described;
  }

  abstract boolean takes(String text);
}
