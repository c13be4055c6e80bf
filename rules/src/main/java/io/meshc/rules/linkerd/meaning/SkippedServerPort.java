package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Workload;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.Server;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A Server guards a port that the proxy does not stand before. Page, examples, tests: SkippedServerPort.md, beside this file.
public final class SkippedServerPort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1602", "skipped-server-port", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().workloads().stream()
        .flatMap(workload ->
            input.lookup().servers().in(workload.namespace()).stream()
                .filter(it -> it.workloads().includes(workload))
                .flatMap(it -> skipped(it, workload, input).stream()));
  }

  private Optional<Finding> skipped(Server server, Workload workload, Checked input) {
    Optional<ProxySettings> settings = input.lookup().servers().of(workload, server.plane());
    return ports(server, workload).stream()
        .filter(port -> settings.filter(it -> it.skippedInbound().holds(port)).isPresent())
        .findFirst()
        .map(port ->
            at(
                    server.origin(),
                    server.resource(),
                    "server `"
                        + server.resource().name()
                        + "` guards port "
                        + port
                        + " of `"
                        + workload.label()
                        + "`, which the proxy does not stand before")
                .because(settings.orElseThrow().origin(), "its proxy is set here")
                .help("take the port out of `config.linkerd.io/skip-inbound-ports`"));
  }

  private static List<Integer> ports(Server server, Workload workload) {
    return server.port() instanceof io.meshc.model.ServicePort.Target.Number(int port)
        ? List.of(port)
        : workload.ports().stream()
            .map(ContainerPort::number)
            .filter(it -> server.guards(workload, it))
            .toList();
  }
}
