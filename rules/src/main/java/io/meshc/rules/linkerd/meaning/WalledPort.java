package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Workload;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.model.match.Match;
import io.meshc.model.server.ProxySettings;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A port is denied by default, and no Server lets anybody in. Page, examples, tests: WalledPort.md, beside this file.
public final class WalledPort implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2610", "walled-port", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().settings().isEmpty()
        ? Stream.empty()
        : input.mesh().workloads().stream().flatMap(it -> said(it, input).stream());
  }

  private Optional<Finding> said(Workload workload, Checked input) {
    Optional<ProxySettings> settings =
        workload
            .membership()
            .planeId()
            .flatMap(it -> input.lookup().servers().of(workload, it))
            .filter(it -> it.fallback().clients().value() instanceof Match.None);
    List<Integer> walled =
        settings.stream()
            .flatMap(it ->
                workload.ports().stream()
                    .map(ContainerPort::number)
                    .filter(port -> !it.skippedInbound().holds(port))
                    .filter(port -> input.lookup().servers().at(workload, port).isEmpty()))
            .toList();
    return walled.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                    workload.origin(),
                    workload.id(),
                    "nobody is let in at "
                        + walled.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " of `"
                        + workload.label()
                        + "`: the default is `deny`, and no Server guards the port")
                .because(settings.orElseThrow().fallback().clients().origin(), "the default"));
  }
}
