package io.meshc.rules.istio.authorization;

import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.source.At;
import java.util.List;

/// Lists of values that several parts of a policy have.
final class ValueText {
  private static final int LARGEST = 65535;

  private ValueText() {}

  static void notEmpty(List<At<String>> values, Findings found) {
    for (At<String> it : values) {
      if (it.value().isEmpty()) {
        found.say(it.origin(), "an empty value matches nothing");
      }
    }
  }

  static void addresses(List<At<String>> values, Findings found) {
    for (At<String> it : values) {
      if (!it.value().isEmpty() && !AddressText.isAddressOrPrefix(it.value())) {
        found.say(
            it.origin(),
            "`" + it.value() + "` is neither an address nor a network such as `10.0.0.0/8`");
      }
    }
  }

  static void ports(List<At<String>> values, Findings found) {
    for (At<String> it : values) {
      if (!it.value().isEmpty() && !isPort(it.value())) {
        found.say(it.origin(), "`" + it.value() + "` is no port");
      }
    }
  }

  static void accounts(List<At<String>> values, Findings found) {
    for (At<String> it : values) {
      found.fault(it, "no service account", AccountText.fault(it.value()));
    }
  }

  /// Istio takes 0 too.
  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 10) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return Long.parseLong(text) <= LARGEST;
  }
}
