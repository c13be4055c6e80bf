package io.meshc.rules.gateway.listener;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.DnsText;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Written;
import java.util.List;

/// A Gateway gives its resources a label or an annotation with no key. Page, examples, tests: InvalidInfrastructureKey.md, beside this file.
public final class InvalidInfrastructureKey implements DefinitionRule {

  private static final int MOST_OF_PREFIX = 252;
  private static final int MOST_OF_NAME = 63;

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0425", "invalid-infrastructure-key", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (String field : List.of("labels", "annotations")) {
      for (At<String> key : object.spec().get("infrastructure", field).keys()) {
        String fault = fault(key.value());
        if (!fault.isEmpty()) {
          found.say(key.origin(), "`" + key.value() + "` is no key of " + field + ": " + fault);
        }
      }
    }
  }

  private static String fault(String key) {
    int slash = key.indexOf('/');
    String prefix = slash < 0 ? key : key.substring(0, slash);
    if (prefix.length() > MOST_OF_PREFIX) {
      return "what stands before `/` is longer than 252 characters";
    }
    if (slash >= 0 && !DnsText.isName(prefix)) {
      return "what stands before `/` is no name of DNS";
    }
    return isName(key.substring(slash + 1))
        ? ""
        : "a name has up to 63 letters, digits, `-`, `_` and `.`";
  }

  /// With a letter or a digit at both ends.
  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > MOST_OF_NAME) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      boolean inside = i > 0 && i < name.length() - 1;
      if (!plain && !(inside && (c == '-' || c == '_' || c == '.'))) {
        return false;
      }
    }
    return true;
  }
}
