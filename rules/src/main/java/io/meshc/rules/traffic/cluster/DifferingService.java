package io.meshc.rules.traffic.cluster;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Lookup;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A Service that is the same in several clusters is not. Page, examples, tests: DifferingService.md, beside this file.
public final class DifferingService implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2801", "differing-service", Category.TRAFFIC, Severity.WARNING, "0.1")
        .alsoKnownAs("IST0170");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    Lookup here = input.lookup();
    return here.clusters().names().stream()
        .filter(it -> !it.equals(here.cluster()))
        .flatMap(it -> here.clusters().at(it).stream())
        .filter(it -> isSpanned(here) && isSpanned(it))
        .flatMap(there -> input.mesh().services().stream().flatMap(it -> in(it, there)));
  }

  /// By a plane that takes a Service for the same one in all of them.
  private static boolean isSpanned(Lookup cluster) {
    return !cluster.mesh().beyond().topologies().isEmpty();
  }

  private Stream<Finding> in(Service service, Lookup there) {
    Optional<Service> other =
        there
            .service(service.name())
            .filter(it -> !it.name().isHost() && !it.implied() && !service.implied())
            .filter(it -> !there.mesh().beyond().standIns().contains(it.name()));
    if (other.isEmpty()) {
      return Stream.empty();
    }
    if (service.headless() != other.get().headless()) {
      String message =
          service.headless()
              ? "it is headless here, and has an address in cluster `" + there.cluster() + "`"
              : "it has an address here, and is headless in cluster `" + there.cluster() + "`";
      return Stream.of(
          at(service.origin(), id(service), message)
              .because(other.get().origin(), "there it is otherwise"));
    }
    return service.ports().stream().flatMap(it -> port(it, service, other.get(), there).stream());
  }

  private Optional<Finding> port(ServicePort port, Service service, Service other, Lookup there) {
    boolean same =
        other.ports().stream()
            .anyMatch(it -> it.name().equals(port.name()) && it.number() == port.number());
    if (same) {
      return Optional.empty();
    }
    String named = port.name().isEmpty() ? "without a name" : "`" + port.name() + "`";
    String message =
        "port "
            + named
            + ", number "
            + port.number()
            + ", is not in the same Service of cluster `"
            + there.cluster()
            + "`";
    return Optional.of(
        at(port.origin(), id(service), message)
            .because(other.origin(), "the Service there")
            .help("endpoints of other clusters are found by the name of the port"));
  }

  private static ResourceId id(Service service) {
    return new ResourceId("", "Service", service.name().namespace(), service.name().name());
  }
}
