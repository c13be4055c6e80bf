package io.meshc.rules.gateway.listener;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.HashMap;
import java.util.List;

/// Two listeners have one name, or take the same requests. Page, examples, tests: RepeatedListener.md, beside this file.
public final class RepeatedListener implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0423", "repeated-listener", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GATEWAY, GatewayKinds.LISTENER_SET);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    var names = new HashMap<String, Part>();
    var taken = new HashMap<String, Part>();
    for (Part listener : object.spec().each("listeners")) {
      Part name = listener.get("name");
      Part namesake = name.isThere() ? names.putIfAbsent(name.text(), name) : null;
      if (namesake != null) {
        found.say(
            name, "listener name `" + name.text() + "` stands twice", namesake, "the first one");
      }
      if (!listener.get("port").isThere()) {
        continue;
      }
      Part other = taken.putIfAbsent(requests(listener), listener);
      if (other != null) {
        found.say(
            listener,
            "port "
                + listener.get("port").wholeOr(0)
                + " has another listener of the same protocol and host",
            other,
            "the first one");
      }
    }
  }

  private static String requests(Part listener) {
    Part hostname = listener.get("hostname");
    return listener.get("port").wholeOr(0)
        + " "
        + listener.get("protocol").text()
        + (hostname.isThere() ? " of " + hostname.text() : "");
  }
}
