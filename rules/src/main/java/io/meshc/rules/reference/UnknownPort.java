package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A TrafficTarget grants a port that its destination does not have. Page, examples, tests: UnknownPort.md, beside this file.
public final class UnknownPort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3006", "unknown-port", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<TrafficTarget> targets =
        input.resources(TrafficTarget.class).stream()
            .filter(it -> !ports(it, input).isEmpty())
            .toList();
    if (targets.isEmpty()) {
      return Stream.empty();
    }
    Map<String, Ports> known = known(input);
    boolean osm = OpenServiceMesh.shown(input).isPresent();
    return targets.stream()
        .flatMap(target ->
            Optional.ofNullable(known.get(destination(target))).stream()
                .flatMap(it -> onTarget(target, it, osm, input)));
  }

  /// @param called ports of Services
  /// @param heard ports at which the workloads listen, by the same Services and by what the containers declare
  private record Ports(Map<Integer, Integer> called, Set<Integer> heard) {
    boolean has(int port, boolean osm) {
      return heard.contains(port) || (!osm && called.containsKey(port));
    }
  }

  /// By account, as people say it: those of the workloads in the repo, if anything is known of them.
  private static Map<String, Ports> known(Checked input) {
    Map<String, Ports> result = new HashMap<>();
    for (Workload workload : input.mesh().workloads()) {
      workload.ports().forEach(it -> of(workload, result).heard().add(it.number()));
    }
    for (Service service : input.mesh().services()) {
      for (ServicePort port : service.ports()) {
        for (Workload workload : service.endpoints()) {
          Ports ports = of(workload, result);
          port.at(workload)
              .ifPresent(it -> {
                ports.heard().add(it);
                ports.called().put(port.number(), it);
              });
        }
      }
    }
    return result;
  }

  private static Ports of(Workload workload, Map<String, Ports> known) {
    return known.computeIfAbsent(
        workload.identity().label(), _ -> new Ports(new TreeMap<>(), new TreeSet<>()));
  }

  private static String destination(TrafficTarget target) {
    return target
        .destination()
        .map(At::value)
        .filter(Subject::isServiceAccount)
        .map(it ->
            it.namespace().map(At::value).orElse(target.meta().namespace())
                + "/"
                + it.name().value())
        .orElse("");
  }

  /// The ports of its TCPRoutes, and the one of its destination in the versions that have it there.
  private static List<At<Integer>> ports(TrafficTarget target, Checked input) {
    Stream<At<Integer>> ofRoutes =
        target.rules().stream()
            .map(At::value)
            .filter(it -> it.kind().value().equals("TCPRoute"))
            .flatMap(it -> input.resource(routeId(target, it), TcpRoute.class).stream())
            .flatMap(it -> it.ports().stream());
    Stream<At<Integer>> own =
        target.destination().stream().flatMap(it -> it.value().port().stream());
    return Stream.concat(own, ofRoutes).filter(it -> it.value() > 0).toList();
  }

  private static ResourceId routeId(TrafficTarget target, TrafficTarget.Rule rule) {
    return new ResourceId(
        SmiGroups.SPECS, "TCPRoute", target.meta().namespace(), rule.name().value());
  }

  private Stream<Finding> onTarget(TrafficTarget target, Ports known, boolean osm, Checked input) {
    return ports(target, input).stream()
        .filter(it -> !known.has(it.value(), osm))
        .map(it -> said(target, it, known));
  }

  private Finding said(TrafficTarget target, At<Integer> port, Ports known) {
    String destination = "`" + destination(target) + "`";
    Optional<Integer> behind = Optional.ofNullable(known.called().get(port.value()));
    String message =
        behind
            .map(it ->
                "port "
                    + port.value()
                    + " is the Service's: Open Service Mesh compares the one at which "
                    + destination
                    + " listens, "
                    + it)
            .orElseGet(() -> "port " + port.value() + " is no port of " + destination);
    Finding finding = at(port.origin(), target.meta().id(), message);
    finding = finding.because(target.meta().origin(), "`" + target.meta().name() + "` grants it");
    return behind.isPresent() ? finding : finding.help("known are " + listed(known));
  }

  private static String listed(Ports known) {
    var all = new TreeSet<>(known.heard());
    all.addAll(known.called().keySet());
    return all.stream().map(it -> "" + it).collect(Collectors.joining(", "));
  }
}
