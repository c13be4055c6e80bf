package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.written.Part;
import java.util.List;

/// What one rule finds in one object as it is written, while it goes through it.
public final class Found {
  private static final int MOST = 400;

  private final Rule rule;
  private final ResourceId id;
  private final List<Finding> all;

  Found(Rule rule, ResourceId id, List<Finding> all) {
    this.rule = rule;
    this.id = id;
    this.all = all;
  }

  /// @param message lower case, no full stop; the user's words in backticks; what is, not an order
  public void say(Part place, String message) {
    say(place.origin(), message);
  }

  public void say(Origin place, String message) {
    all.add(rule.at(place, id, line(message)));
  }

  public void say(Part place, String message, String help) {
    all.add(rule.at(place.origin(), id, line(message)).help(help));
  }

  /// With the place that it contradicts.
  public void say(Part place, String message, Part because, String there) {
    all.add(rule.at(place.origin(), id, line(message)).because(because.origin(), there));
  }

  /// More or less severe than the rule is.
  public void say(Part place, Severity severity, String message) {
    all.add(rule.at(place.origin(), id, line(message)).as(severity));
  }

  /// A value with a fault: says so, or nothing where the fault is `""`.
  ///
  /// @param what it is not, such as `no host name`
  public void fault(Part value, String what, String fault) {
    if (!fault.isEmpty()) {
      say(value, "`" + value.text() + "` is " + what + ": " + fault);
    }
  }

  /// The same in one line that somebody reads: a text of the user's may have many lines and any length.
  public static String line(String message) {
    var line = new StringBuilder();
    int most = Math.min(message.length(), MOST);
    for (int i = 0; i < most; i++) {
      char c = message.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.append(most < message.length() ? "…" : "").toString();
  }
}
