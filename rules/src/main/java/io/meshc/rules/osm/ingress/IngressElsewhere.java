package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.model.Service;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// An IngressBackend opens a Service of the same name in another namespace, too. Page, examples, tests: IngressElsewhere.md, beside this file.
public final class IngressElsewhere implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1702", "ingress-elsewhere", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    return ingress.backends().stream()
        .flatMap(backend ->
            input.mesh().services().stream()
                .filter(it -> isNamesake(it, ingress, backend) && !hasOwn(it, backend, input))
                .map(it -> said(ingress, backend, it)));
  }

  private static boolean isNamesake(Service service, IngressBackend ingress, Backend backend) {
    Optional<Integer> port = backend.port().flatMap(Port::number).map(At::value);
    return !service.implied()
        && !service.name().namespace().equals(ingress.meta().namespace())
        && backend.name().filter(it -> it.value().equals(service.name().name())).isPresent()
        && service.endpoints().stream()
            .filter(it -> it.membership().isMeshed())
            .anyMatch(workload ->
                service.ports().stream()
                    .flatMapToInt(it -> it.at(workload).stream())
                    .anyMatch(it -> port.filter(asked -> asked == it).isPresent()));
  }

  private static boolean hasOwn(Service service, Backend backend, Checked input) {
    return input.resources(IngressBackend.class).stream()
        .filter(it -> it.meta().namespace().equals(service.name().namespace()))
        .flatMap(it -> it.backends().stream())
        .anyMatch(it ->
            it.name().map(At::value).equals(backend.name().map(At::value))
                && it.port()
                    .flatMap(Port::number)
                    .map(At::value)
                    .equals(backend.port().flatMap(Port::number).map(At::value)));
  }

  private Finding said(IngressBackend ingress, Backend backend, Service service) {
    return at(
            backend.name().orElseThrow().origin(),
            ingress.meta().id(),
            "it may open Service `" + service.name().label() + "`, too")
        .because(service.origin(), "of the same name and target port")
        .help("Open Service Mesh looks for name and port, and not for the namespace");
  }
}
