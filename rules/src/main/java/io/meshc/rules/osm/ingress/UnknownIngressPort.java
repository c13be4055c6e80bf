package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// An IngressBackend names a port at which its backend does not listen. Page, examples, tests: UnknownIngressPort.md, beside this file.
public final class UnknownIngressPort implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2707", "unknown-ingress-port", Category.TRAFFIC, Severity.ERROR, "0.1");
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    return ingress.backends().stream().flatMap(it -> said(ingress, it, input).stream());
  }

  private Optional<Finding> said(IngressBackend ingress, Backend backend, Checked input) {
    Optional<At<Integer>> port = backend.port().flatMap(Port::number);
    Optional<Service> service =
        backend
            .name()
            .flatMap(it ->
                input.lookup().service(new ServiceName(ingress.meta().namespace(), it.value())));
    if (port.isEmpty() || service.isEmpty() || leadsTo(service.get(), port.get().value())) {
      return Optional.empty();
    }
    boolean called = service.get().port(port.get().value()).isPresent();
    return Optional.of(
        at(
                port.get().origin(),
                ingress.meta().id(),
                "no port of Service `"
                    + service.get().name().label()
                    + "` leads to port "
                    + port.get().value())
            .because(service.get().origin(), "its ports")
            .help(called ? "it is the port of the Service; the `targetPort` is asked for" : ""));
  }

  /// A port by name leads to whatever the Pods call so.
  private static boolean leadsTo(Service service, int port) {
    return service.ports().stream()
        .anyMatch(it ->
            switch (it.target()) {
              case ServicePort.Target.Number(int number) -> number == port;
              case ServicePort.Target.Named _ ->
                  service.endpoints().isEmpty()
                      || service.endpoints().stream()
                          .anyMatch(workload -> it.at(workload).orElse(0) == port);
            });
  }
}
