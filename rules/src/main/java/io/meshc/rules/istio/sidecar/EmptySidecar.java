package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.rules.istio.Findings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A Sidecar says nothing, or has a listener without hosts. Page, examples, tests: EmptySidecar.md, beside this file.
public final class EmptySidecar implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0220", "empty-sidecar", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    if (it.ingress().isEmpty()
        && it.egress().isEmpty()
        && it.outboundTrafficPolicy().isEmpty()
        && it.inboundConnectionPool().isEmpty()) {
      found.say(
          it.meta().origin(),
          "the Sidecar has none of `ingress`, `egress`, `outboundTrafficPolicy` and"
              + " `inboundConnectionPool`");
    }
    for (int i = 0; i < it.egress().size(); i++) {
      Sidecar.Egress listener = it.egress().get(i);
      if (listener.hosts().isEmpty()) {
        found.say(listener.origin(), "the egress listener has no hosts");
      }
      if (listener.port().isEmpty() && i < it.egress().size() - 1) {
        found.say(
            listener.origin(),
            "the egress listener has no port, so it takes what the ones after it are for");
      }
    }
    return found.stream();
  }
}
