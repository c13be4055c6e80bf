package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A Service port says nothing about its protocol, Open Service Mesh takes it for HTTP, and it is not. Page, examples, tests: TcpReadAsHttp.md, beside this file.
public final class TcpReadAsHttp implements MeshRule {
  /// How names of ports start that do not speak HTTP in the clear, up to the first dash.
  private static final Set<String> OTHER_PROTOCOLS =
      Set.of(
          "tcp",
          "tls",
          "https",
          "ssl",
          "mysql",
          "mariadb",
          "mongo",
          "mongodb",
          "redis",
          "postgres",
          "postgresql",
          "kafka",
          "amqp",
          "amqps",
          "mqtt",
          "nats",
          "zookeeper",
          "cassandra",
          "cql",
          "memcache",
          "memcached",
          "ldap",
          "ldaps",
          "smtp",
          "ssh",
          "ftp",
          "jdbc");

  /// Ports that are registered for such protocols, and used for nothing else.
  private static final Set<Integer> OTHER_PORTS =
      Set.of(
          22, 25, 389, 443, 636, 1433, 1521, 2181, 3306, 5432, 5672, 6379, 6443, 9042, 9092, 11211,
          27017);

  @Override
  public RuleCard card() {
    return new RuleCard("MC2014", "tcp-read-as-http", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.shown(input).stream()
        .flatMap(plane ->
            input.mesh().services().stream()
                .filter(it -> isIn(plane, it))
                .flatMap(it -> onService(it, input)));
  }

  private static boolean isIn(Plane plane, Service service) {
    return service.endpoints().stream()
        .anyMatch(it -> it.membership().planeId().filter(plane.id()::equals).isPresent());
  }

  private Stream<Finding> onService(Service service, Checked input) {
    return service.ports().stream()
        .filter(it -> it.protocol() == Protocol.HTTP && it.appProtocol().isEmpty())
        .filter(it -> !it.name().startsWith("http") || it.name().startsWith("https"))
        .filter(it -> !it.name().startsWith("grpc-"))
        .flatMap(it -> reason(it, service, input).map(why -> said(service, it, why)).stream());
  }

  private static Optional<String> reason(ServicePort port, Service service, Checked input) {
    if (!port.name().isEmpty()) {
      String name = port.name().toLowerCase(Locale.ROOT);
      int dash = name.indexOf('-');
      return OTHER_PROTOCOLS.contains(dash < 0 ? name : name.substring(0, dash))
          ? Optional.of("its name `" + port.name() + "` says otherwise")
          : raw(port, service, input);
    }
    return OTHER_PORTS.contains(port.number())
        ? Optional.of("nothing serves HTTP there")
        : raw(port, service, input);
  }

  /// Whether some policy grants connections to this very port, and none grants HTTP requests.
  private static Optional<String> raw(ServicePort port, Service service, Checked input) {
    boolean tcp = false;
    for (Workload workload : service.endpoints()) {
      int listens = port.at(workload).orElse(-1);
      List<Match> grants =
          input
              .authorizationsAt(workload)
              .flatMap(it -> it.rules().stream())
              .flatMap(it -> Alternatives.of(it.requests().value()).stream())
              .toList();
      if (grants.stream().anyMatch(TcpReadAsHttp::isHttp)) {
        return Optional.empty();
      }
      tcp |= grants.stream().anyMatch(it -> opens(it, listens));
    }
    return tcp ? Optional.of("a traffic target grants it as TCP alone") : Optional.empty();
  }

  private static boolean isHttp(Match grant) {
    return Alternatives.parts(grant).stream().anyMatch(Match.OnHttp.class::isInstance);
  }

  private static boolean opens(Match grant, int port) {
    return Alternatives.parts(grant).stream()
        .anyMatch(it -> it instanceof Match.OnWorkloadPort(int number) && number == port);
  }

  private Finding said(Service service, ServicePort port, String why) {
    String message =
        "Open Service Mesh reads port "
            + port.number()
            + " of service `"
            + service.name().name()
            + "` as HTTP: "
            + why;
    return at(
            port.origin(),
            new ResourceId("", "Service", service.name().namespace(), service.name().name()),
            message)
        .help("say `appProtocol: tcp`, or start the port's name with `tcp-`");
  }
}
