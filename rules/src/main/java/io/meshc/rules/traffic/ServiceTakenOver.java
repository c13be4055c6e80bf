package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A Service stands in the repo that Flagger writes over. Page, examples, tests: ServiceTakenOver.md, beside this file.
public final class ServiceTakenOver implements ResourceRule<Canary> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2034", "service-taken-over", Category.TRAFFIC, Severity.WARNING, "0.2");
  }

  @Override
  public Class<Canary> reads() {
    return Canary.class;
  }

  @Override
  public Stream<Finding> check(Canary canary, Checked input) {
    Optional<String> apex =
        canary
            .service()
            .flatMap(Canary.Service::name)
            .or(() -> canary.target().map(Canary.Target::name))
            .map(At::value);
    return apex.stream()
        .flatMap(it -> Stream.of(it, it + "-primary", it + "-canary"))
        .map(it -> new ResourceId("", "Service", canary.meta().namespace(), it))
        .flatMap(it -> input.resource(it, ServiceObject.class).stream())
        .map(it -> said(it, canary));
  }

  private Finding said(ServiceObject service, Canary canary) {
    String message =
        "Flagger writes Service `%s` for Canary `%s`: its selector and ports here do not last"
            .formatted(service.meta().name(), canary.meta().name());
    return at(service.meta().origin(), service.meta().id(), message)
        .because(canary.meta().origin(), "the Canary")
        .help("remove the Service, and say its ports in `spec.service` of the Canary");
  }
}
