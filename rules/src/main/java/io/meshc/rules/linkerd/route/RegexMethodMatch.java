package io.meshc.rules.linkerd.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A GRPCRoute matches methods by an expression, which Linkerd does not. Page, examples, tests: RegexMethodMatch.md, beside this file.
public final class RegexMethodMatch implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0467", "regex-method-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(GatewayKinds.GRPC);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (!LinkerdKinds.concerns(object, input)) {
      return;
    }
    for (Part rule : object.spec().each("rules")) {
      for (Part match : rule.each("matches")) {
        Part type = match.get("method", "type");
        if (type.is("RegularExpression")) {
          found.say(type, "Linkerd matches methods of gRPC by name alone");
        }
      }
    }
  }
}
