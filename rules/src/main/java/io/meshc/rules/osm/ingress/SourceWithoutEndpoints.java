package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// The source of an IngressBackend is a Service without endpoints. Page, examples, tests: SourceWithoutEndpoints.md, beside this file.
public final class SourceWithoutEndpoints implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2706", "source-without-endpoints", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    return ingress.sources().stream()
        .filter(it -> it.is(IngressBackend.SERVICE))
        .flatMap(source -> service(source, input).stream().map(it -> said(ingress, source, it)));
  }

  /// One that is there, and of which the repo shows that nothing stands behind it.
  private static Optional<Service> service(Subject source, Checked input) {
    String namespace = source.namespace().map(At::value).orElse("");
    return source
        .name()
        .flatMap(it -> input.lookup().service(new ServiceName(namespace, it.value())))
        .filter(it -> !it.selector().isEmpty())
        .filter(it -> it.endpoints().isEmpty() && it.addresses().isEmpty());
  }

  private Finding said(IngressBackend ingress, Subject source, Service service) {
    return at(
            source.name().orElseThrow().origin(),
            ingress.meta().id(),
            "nothing stands behind source service `"
                + service.name().label()
                + "`: the whole IngressBackend is without effect")
        .because(service.origin(), "no workload has the labels of its selector");
  }
}
