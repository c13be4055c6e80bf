package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Service of a split chooses no workload. Page, examples, tests: ServiceSelectsNothing.md, beside this file.
public final class ServiceSelectsNothing implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2005", "service-selects-nothing", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    Set<String> inhabited =
        input.mesh().workloads().stream()
            .filter(it -> !it.implied())
            .map(Workload::namespace)
            .collect(Collectors.toSet());
    // A workload that is a template may be what it selects.
    Set<String> hidden =
        input.resources(HiddenObject.class).stream()
            .map(it -> it.meta().namespace())
            .collect(Collectors.toSet());
    return input.mesh().routes().stream()
        .filter(Splits::isSplit)
        .flatMap(ServiceSelectsNothing::services)
        .distinct()
        .flatMap(it -> input.lookup().service(it).stream())
        .filter(it -> !it.implied() && !it.selector().isEmpty() && it.endpoints().isEmpty())
        .filter(it -> inhabited.contains(it.name().namespace()))
        .filter(it -> !hidden.contains(it.name().namespace()) && !hidden.contains(""))
        .map(this::said);
  }

  private static Stream<ServiceName> services(Route route) {
    Stream<ServiceName> backends =
        route.rules().stream()
            .flatMap(it -> it.backends().stream())
            .map(it -> it.service().value());
    return Stream.concat(Stream.of(route.service()), backends);
  }

  private Finding said(Service service) {
    var selector = new TreeMap<>(service.selector());
    String labels =
        selector.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining(","));
    return at(
        service.origin(),
        new ResourceId("", "Service", service.name().namespace(), service.name().name()),
        "service `%s` selects `%s`, which no workload has"
            .formatted(service.name().name(), labels));
  }
}
