package io.meshc.rules.linkerd.annotation;

import io.meshc.rules.linkerd.value.MeshDuration;
import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Annotations by which a route, a Service or an EgressNetwork says how often is tried, how long is waited, and when an endpoint is left out.
public final class MeshAnnotations {
  private static final List<String> OF_GRPC =
      List.of("cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable");
  private static final String ACCRUAL = "balancer.linkerd.io/failure-accrual";
  private static final String CONSECUTIVE = ACCRUAL + "-consecutive-";
  private static final String ALPHA = "balancer.alpha.linkerd.io/";
  private static final String RATE = ALPHA + "failure-accrual-success-rate-";
  private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
  private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");
  private static final BigInteger MOST_RETRIES = BigInteger.valueOf(65_535);
  private static final BigInteger MOST_COUNTED = BigInteger.valueOf(0xFFFF_FFFFL);
  private static final BigInteger MOST_REQUESTS = BigInteger.valueOf(1_000_000);
  private static final BigInteger SHORTEST_WINDOW = BigInteger.TEN;

  private MeshAnnotations() {}

  /// @param protocol whose conditions are read
  public static void retry(Written object, String protocol, Found found) {
    count(object.annotation("retry.linkerd.io/limit"), MOST_RETRIES, false, found);
    duration(object.annotation("retry.linkerd.io/timeout"), found);
    conditions(object, protocol, found);
  }

  public static void conditions(Written object, String protocol, Found found) {
    Part conditions = object.annotation("retry.linkerd.io/" + protocol);
    if (!conditions.isThere()) {
      return;
    }
    for (String condition : conditions.text().split(",", -1)) {
      boolean known =
          protocol.equals("grpc")
              ? OF_GRPC.contains(condition.toLowerCase(Locale.ROOT))
              : isOfHttp(condition);
      if (!known) {
        found.say(conditions, "`" + condition + "` is no condition of retries");
      }
    }
  }

  public static void timeouts(Written object, Found found) {
    for (String field : List.of("request", "response", "idle")) {
      duration(object.annotation("timeout.linkerd.io/" + field), found);
    }
  }

  /// Without a mode, nothing else of it is read.
  public static void accrual(Written object, Found found) {
    Part mode = object.annotation(ACCRUAL);
    if (!mode.isThere()) {
      return;
    }
    if (!mode.is("consecutive") && !mode.is("unified")) {
      found.say(mode, "`" + mode.text() + "` is neither `consecutive` nor `unified`");
      return;
    }
    consecutive(object, found);
    if (mode.is("unified")) {
      successRate(object, found);
    }
  }

  /// Of endpoints that fail, while it is not said that they are penalized.
  public static void penalties(Written object, Found found) {
    Part enabled = object.annotation(ALPHA + "penalize-failures");
    String flag = enabled.text().strip();
    if (enabled.isThere() && !TRUE.contains(flag) && !FALSE.contains(flag)) {
      found.say(enabled, "`" + enabled.text() + "` is neither true nor false");
    }
    if (TRUE.contains(flag)) {
      duration(object.annotation(ALPHA + "load-biaser-penalty"), found);
      duration(object.annotation(ALPHA + "load-biaser-max-retry-after"), found);
    }
  }

  private static void consecutive(Written object, Found found) {
    count(object.annotation(CONSECUTIVE + "max-failures"), MOST_COUNTED, true, found);
    Part least = object.annotation(CONSECUTIVE + "min-penalty");
    Part most = object.annotation(CONSECUTIVE + "max-penalty");
    if (duration(least, found) & duration(most, found)) {
      BigInteger longest = MeshDuration.millis(most.text(), 60_000);
      if (longest.signum() == 0) {
        found.say(most, "the longest penalty is zero");
      } else if (MeshDuration.millis(least.text(), 1_000).compareTo(longest) > 0) {
        Part place = least.isThere() ? least : most;
        found.say(place, "the shortest penalty is longer than the longest");
      }
    }
    ratio(object.annotation(CONSECUTIVE + "jitter-ratio"), 100, found);
  }

  private static void successRate(Written object, Found found) {
    Part threshold = object.annotation(RATE + "threshold");
    if (!ratio(threshold, 1, found)) {
      return;
    }
    // Of a rate that is never looked at, no bound counts.
    boolean off =
        threshold.isThere() && decimal(threshold.text()).filter(it -> it.signum() == 0).isPresent();
    Part window = object.annotation(RATE + "window");
    if (duration(window, found)) {
      BigInteger millis = MeshDuration.millis(window.text(), 10_000);
      if (millis.signum() == 0) {
        found.say(window, "the window is empty");
      } else if (!off && millis.compareTo(SHORTEST_WINDOW) < 0) {
        found.say(window, "the window is shorter than 10ms");
      }
    }
    Part requests = object.annotation(RATE + "min-requests");
    count(requests, off ? MOST_COUNTED : MOST_REQUESTS, true, found);
  }

  private static boolean isOfHttp(String condition) {
    if (condition.equalsIgnoreCase("5xx") || condition.equalsIgnoreCase("gateway-error")) {
      return true;
    }
    int dash = condition.indexOf('-');
    int first = status(dash < 0 ? condition : condition.substring(0, dash));
    int last = dash < 0 ? first : status(condition.substring(dash + 1));
    return first > 0 && first <= last;
  }

  /// 0 for what is none.
  private static int status(String text) {
    Optional<BigInteger> number = whole(text);
    boolean isOne =
        number.isPresent() && number.get().bitLength() < 16 && inRange(number.get().intValue());
    return isOne ? number.get().intValue() : 0;
  }

  private static boolean inRange(int status) {
    return status >= 100 && status <= 599;
  }

  private static boolean duration(Part value, Found found) {
    String fault = value.isThere() ? MeshDuration.fault(value.text()) : "";
    found.fault(value, "no duration", fault);
    return fault.isEmpty();
  }

  private static void count(Part value, BigInteger most, boolean spaces, Found found) {
    if (!value.isThere()) {
      return;
    }
    Optional<BigInteger> number = whole(spaces ? value.text().strip() : value.text());
    if (number.isEmpty() || number.get().compareTo(most) > 0) {
      found.say(value, "`" + value.text() + "` is no whole number of up to " + most);
    }
  }

  private static boolean ratio(Part value, long most, Found found) {
    if (!value.isThere()) {
      return true;
    }
    Optional<BigDecimal> number = decimal(value.text());
    if (number.isEmpty()
        || number.get().signum() < 0
        || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
      found.say(value, "`" + value.text() + "` is not between 0 and " + most);
      return false;
    }
    return true;
  }

  /// Digits alone, or after `+`.
  private static Optional<BigInteger> whole(String text) {
    String digits = text.startsWith("+") ? text.substring(1) : text;
    boolean isOne = !digits.isEmpty() && digits.length() <= 40;
    for (int i = 0; i < digits.length(); i++) {
      isOne &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return isOne ? Optional.of(new BigInteger(digits)) : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(trimmed));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
