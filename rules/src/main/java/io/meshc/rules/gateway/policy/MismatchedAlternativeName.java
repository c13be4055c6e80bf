package io.meshc.rules.gateway.policy;

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

/// A name of a backend is of another type than its fields. Page, examples, tests: MismatchedAlternativeName.md, beside this file.
public final class MismatchedAlternativeName implements DefinitionRule {

  private static final Kind BACKEND_TLS = new Kind(GatewayKinds.GROUP, "BackendTLSPolicy");
  private static final Kind BACKEND = new Kind(GatewayKinds.TRIED, "XBackend");

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0432", "mismatched-alternative-name", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return List.of(BACKEND_TLS, BACKEND);
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    check(object.spec().get("validation"), found);
    check(object.spec().get("tls", "validation"), found);
  }

  private static void check(Part validation, Found found) {
    for (Part name : validation.each("subjectAltNames")) {
      check(name, "Hostname", "hostname", found);
      check(name, "URI", "uri", found);
    }
  }

  private static void check(Part name, String type, String field, Found found) {
    boolean says = !name.get(field).text().isEmpty();
    if (name.get("type").is(type) && !says) {
      found.say(name, "the name is of type `" + type + "` and has no `" + field + "`");
    } else if (!name.get("type").is(type) && says) {
      found.say(
          name.get(field),
          "the name has a `" + field + "` and is of type `" + name.get("type").text() + "`");
    }
  }
}
