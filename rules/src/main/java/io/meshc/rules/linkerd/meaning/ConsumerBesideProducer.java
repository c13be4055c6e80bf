package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.server.RouteTable;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A route for the clients of one namespace stands beside the Service's own routes. Page, examples, tests: ConsumerBesideProducer.md, beside this file.
public final class ConsumerBesideProducer implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4603", "consumer-beside-producer", Category.PORTABILITY, Severity.INFO, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().tables().stream()
        .filter(it -> it.audience().isPresent() && it.inert().isEmpty())
        .flatMap(it -> said(it, input).stream());
  }

  private Optional<Finding> said(RouteTable consumer, Checked input) {
    return input.lookup().servers().tables(consumer.parent()).stream()
        .filter(
            it -> it.audience().isEmpty() && it.inert().isEmpty() && it.kind() == consumer.kind())
        .findFirst()
        .map(it ->
            at(
                    consumer.origin(),
                    consumer.resource(),
                    "route `"
                        + consumer.resource().name()
                        + "` is added to those of Service `"
                        + consumer.parent().label()
                        + "`, and does not take their place")
                .because(it.origin(), "a route of the Service's own namespace")
                .help("the Gateway API says that it takes their place; other meshes do so"));
  }
}
