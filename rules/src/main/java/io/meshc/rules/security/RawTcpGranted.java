package io.meshc.rules.security;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A TrafficTarget speaks of HTTP alone, and Open Service Mesh opens the TCP ports of its destination too. Page, examples, tests: RawTcpGranted.md, beside this file.
public final class RawTcpGranted implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1006", "raw-tcp-granted", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.shown(input).stream().flatMap(it -> inPlane(it.id(), input));
  }

  private Stream<Finding> inPlane(PlaneId plane, Checked input) {
    Map<String, List<TcpPort>> ports =
        input.mesh().services().stream()
            .flatMap(TcpPort::of)
            .filter(it -> it.workload().membership().planeId().filter(plane::equals).isPresent())
            .collect(groupingBy(it -> it.workload().identity().label()));
    return input.mesh().authorizations().stream()
        .filter(it -> it.plane().equals(plane))
        .flatMap(it -> onPolicy(it, ports, input));
  }

  /// A port of a Service that proxies read as TCP, and a workload that listens for it.
  private record TcpPort(Service service, ServicePort port, Workload workload) {
    static Stream<TcpPort> of(Service service) {
      return service.ports().stream()
          .filter(it -> it.protocol() == Protocol.TCP)
          .flatMap(port -> service.endpoints().stream().map(it -> new TcpPort(service, port, it)));
    }

    Request from(Identity client) {
      return new Request(
          Optional.of(client),
          port.number(),
          port.at(workload).orElse(0),
          Protocol.TCP,
          "",
          "",
          "",
          "",
          Map.of());
    }

    String said() {
      return "port %d of service `%s`".formatted(port.number(), service.name().name());
    }
  }

  private Stream<Finding> onPolicy(
      Authorization policy, Map<String, List<TcpPort>> ports, Checked input) {
    if (!(policy.scope() instanceof Scope.OfAccount account)) {
      return Stream.empty();
    }
    List<TcpPort> behind = ports.getOrDefault(account.label(), List.of());
    return input.resource(policy.resource(), TrafficTarget.class).stream()
        .filter(RawTcpGranted::isOfHttpAlone)
        .flatMap(target -> {
          List<Identity> clients = clients(target, input);
          List<TcpPort> opened = behind.stream().filter(it -> opens(it, clients, input)).toList();
          return opened.isEmpty() ? Stream.empty() : Stream.of(said(policy, opened));
        });
  }

  private static boolean isOfHttpAlone(TrafficTarget target) {
    return !target.rules().isEmpty()
        && target.rules().stream()
            .allMatch(it -> it.value().kind().value().equals("HTTPRouteGroup"));
  }

  private static List<Identity> clients(TrafficTarget target, Checked input) {
    String trustDomain = input.mesh().assumptions().trustDomain();
    return target.sources().stream()
        .map(At::value)
        .filter(Subject::isServiceAccount)
        .map(it ->
            new Identity(
                trustDomain,
                it.namespace().map(At::value).orElse(target.meta().namespace()),
                it.name().value()))
        .toList();
  }

  /// Whether some client gets in that no policy lets in there by its words.
  private static boolean opens(TcpPort port, List<Identity> clients, Checked input) {
    List<Authorization> stated = input.authorizationsAt(port.workload()).toList();
    return clients.stream()
        .map(port::from)
        .anyMatch(request ->
            stated.stream()
                .flatMap(it -> it.rules().stream())
                .noneMatch(it -> it.match().covers(request).isYes()));
  }

  private Finding said(Authorization policy, List<TcpPort> opened) {
    List<String> ports = opened.stream().map(TcpPort::said).distinct().toList();
    String more = ports.size() == 1 ? "" : ", and " + (ports.size() - 1) + " more";
    Finding finding =
        at(
            policy.origin(),
            policy.resource(),
            "Open Service Mesh grants raw TCP beside the routes: " + ports.getFirst() + more);
    for (TcpPort it : opened) {
      finding =
          finding.because(
              it.port().origin(), it.said() + " leads to `" + it.workload().label() + "`");
    }
    return finding.help("add a TCPRoute with the ports that serve HTTP to its rules");
  }
}
