package io.meshc.rules.gateway.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.DefinitionRule;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A GRPCRoute matches a method that no service has. Page, examples, tests: InvalidMethodMatch.md, beside this file.
public final class InvalidMethodMatch implements DefinitionRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0404", "invalid-method-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part rule : object.spec().each("rules")) {
      for (Part match : rule.each("matches")) {
        if (match.get("method").isThere()) {
          check(match.get("method"), found);
        }
      }
    }
  }

  private static void check(Part match, Found found) {
    Part service = match.get("service");
    Part method = match.get("method");
    if (!service.isThere() && !method.isThere()) {
      found.say(match, "the match has neither a service nor a method");
    }
    if (!match.get("type").textOr("Exact").equals("Exact")) {
      return;
    }
    if (service.isThere() && !NameText.isService(service.text())) {
      found.say(service, "`" + service.text() + "` is no name of a service");
    }
    if (method.isThere() && !NameText.isMethod(method.text())) {
      found.say(method, "`" + method.text() + "` is no name of a method");
    }
  }
}
