package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An IngressBackend lets in every client, whatever its address and whoever it is. Page, examples, tests: OpenIngress.md, beside this file.
public final class OpenIngress implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1700", "open-ingress", Category.SECURITY, Severity.ERROR, "0.1");
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    boolean limited = ingress.sources().stream().anyMatch(OpenIngress::isNarrow);
    boolean everywhere = ingress.sources().stream().anyMatch(OpenIngress::isEverywhere);
    return ingress.backends().stream()
        .filter(it -> it.speaks("http") || (it.speaks("https") && it.skipsClientCertificates()))
        .filter(_ -> !limited || everywhere)
        .map(it ->
            at(
                    it.origin(),
                    ingress.meta().id(),
                    "any client that reaches `"
                        + it.name().map(At::value).orElse("")
                        + "` may call it, past all policies of the mesh")
                .help("name the Service or the addresses of the ingress controller in `sources`"));
  }

  private static boolean isNarrow(Subject source) {
    return source.is(IngressBackend.SERVICE) || source.is(IngressBackend.RANGE);
  }

  private static boolean isEverywhere(Subject source) {
    return source.is(IngressBackend.RANGE)
        && source.name().filter(it -> it.value().endsWith("/0")).isPresent();
  }
}
