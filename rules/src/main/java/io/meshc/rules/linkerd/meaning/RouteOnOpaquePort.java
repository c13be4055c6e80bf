package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Service;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.RouteTable.Kind;
import io.meshc.model.server.ServiceReading;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A route for requests is attached to a port that clients do not look into. Page, examples, tests: RouteOnOpaquePort.md, beside this file.
public final class RouteOnOpaquePort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2606", "route-on-opaque-port", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().tables().stream()
        .filter(it -> it.kind() == Kind.HTTP || it.kind() == Kind.GRPC)
        .flatMap(it -> said(it, input).stream());
  }

  /// Where all ports that it is about are opaque.
  private Optional<Finding> said(RouteTable table, Checked input) {
    Optional<Service> service = input.lookup().service(table.parent());
    var readings =
        service.stream()
            .flatMap(it -> it.ports().stream())
            .filter(it -> table.isFor(it.number(), table.audience().orElse("")))
            .map(it -> input.lookup().servers().reading(table.parent(), it.number()))
            .toList();
    boolean opaque =
        !readings.isEmpty()
            && readings.stream()
                .allMatch(it ->
                    it.filter(reading -> reading.kind() == ServiceReading.Kind.OPAQUE).isPresent());
    return opaque
        ? Optional.of(
            at(
                    table.origin(),
                    table.resource(),
                    "route `"
                        + table.resource().name()
                        + "` counts for nothing: "
                        + readings.getFirst().orElseThrow().because())
                .because(readings.getFirst().orElseThrow().origin(), "the port"))
        : Optional.empty();
  }
}
