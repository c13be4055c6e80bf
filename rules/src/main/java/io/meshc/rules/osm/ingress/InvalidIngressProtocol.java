package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A backend of an IngressBackend speaks neither HTTP nor HTTPS. Page, examples, tests: InvalidIngressProtocol.md, beside this file.
public final class InvalidIngressProtocol implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0600", "invalid-ingress-protocol", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    return ingress.backends().stream()
        .filter(it -> !it.speaks("http") && !it.speaks("https"))
        .flatMap(it -> it.port().stream())
        .flatMap(it -> it.protocol().stream())
        .map(it ->
            at(
                    it.origin(),
                    ingress.meta().id(),
                    "`" + it.value() + "` is no protocol of an IngressBackend")
                .help("`http` or `https`"));
  }
}
