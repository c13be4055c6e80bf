package io.meshc.rules.linkerd.profile;

import io.meshc.source.At;
import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Conditions on requests and responses, which stand in one another. YAML has a limit of how deep.
final class Conditions {
  private static final long FIRST = 100;
  private static final long LAST = 599;
  private static final List<String> OF_REQUEST =
      List.of("all", "any", "not", "method", "pathRegex");
  private static final List<String> OF_RESPONSE = List.of("all", "any", "not", "status");
  private static final List<String> OF_RANGE = List.of("min", "max");

  private Conditions() {}

  static void request(Part condition, Found found) {
    boolean says = parts(condition, OF_REQUEST, Conditions::request, found);
    for (String field : List.of("method", "pathRegex")) {
      Part text = condition.get(field);
      if (text.isThere() && !text.isText()) {
        found.say(text, "`" + field + "` is no text");
      }
      says |= text.isThere() && (!text.isText() || !text.text().isEmpty());
    }
    if (!says) {
      found.say(condition, "the condition says nothing of a request");
    }
  }

  static void response(Part condition, Found found) {
    boolean says = parts(condition, OF_RESPONSE, Conditions::response, found);
    Part status = condition.get("status");
    if (status.isThere()) {
      known(status, OF_RANGE, found);
      range(status, found);
    } else if (!says) {
      found.say(condition, "the condition says nothing of a response");
    }
  }

  private interface Check {
    void check(Part condition, Found found);
  }

  /// Looks at the conditions within. @return whether there are some
  private static boolean parts(Part condition, List<String> fields, Check check, Found found) {
    known(condition, fields, found);
    boolean says = false;
    for (String field : List.of("all", "any")) {
      Part list = condition.get(field);
      says |= list.isThere();
      if (list.isThere() && !list.isList()) {
        found.say(list, "`" + field + "` is no list");
      }
      for (Part each : list.items()) {
        if (each.isThere()) {
          check.check(each, found);
        } else {
          found.say(each, "the condition is `null`");
        }
      }
    }
    Part not = condition.get("not");
    if (not.isThere()) {
      check.check(not, found);
    }
    return says || not.isThere();
  }

  private static void known(Part condition, List<String> fields, Found found) {
    if (condition.isThere() && !condition.isMapping()) {
      found.say(condition, "the condition is no mapping");
    }
    for (At<String> key : condition.keys()) {
      if (!fields.contains(key.value())) {
        found.say(key.origin(), "field `" + key.value() + "` is not known in a condition");
      }
    }
  }

  private static void range(Part range, Found found) {
    Part first = range.get("min");
    Part last = range.get("max");
    boolean right = status(first, found) & status(last, found);
    if (right
        && first.wholeOr(0) != 0
        && last.wholeOr(0) != 0
        && last.wholeOr(0) < first.wholeOr(0)) {
      found.say(last, "the last status is before the first", first, "the first");
    }
  }

  /// None is written as 0, too.
  private static boolean status(Part status, Found found) {
    Optional<BigDecimal> number = status.number();
    if (status.isThere() && number.isEmpty()) {
      found.say(status, "a status is a number");
      return false;
    }
    long value = status.wholeOr(0);
    if (value != 0 && (value < FIRST || value > LAST)) {
      found.say(status, "status " + value + " is not in 100 to 599");
      return false;
    }
    return true;
  }
}
