package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.Workload;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.model.server.Server;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two Servers guard one port of a workload, and only the older one counts. Page, examples, tests: OverlappingServers.md, beside this file.
public final class OverlappingServers implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC1603", "overlapping-servers", Category.SECURITY, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    var said = new HashSet<String>();
    Map<String, Set<Integer>> crowded = new HashMap<>();
    return input.mesh().workloads().stream()
        .flatMap(workload ->
            ports(
                    workload,
                    crowded.computeIfAbsent(
                        workload.namespace(), it -> crowded(input.lookup().servers().in(it))))
                .stream()
                .flatMap(port -> overlaps(workload, port, input, said).stream()));
  }

  /// Those that the workload declares, and those that several Servers of its namespace name by number.
  private static Set<Integer> ports(Workload workload, Set<Integer> crowded) {
    var ports = new TreeSet<>(crowded);
    workload.ports().stream().map(ContainerPort::number).forEach(ports::add);
    return ports;
  }

  private static Set<Integer> crowded(List<Server> servers) {
    var once = new HashSet<Integer>();
    var again = new HashSet<Integer>();
    for (Server it : servers) {
      if (it.port() instanceof Target.Number(int port) && !once.add(port)) {
        again.add(port);
      }
    }
    return again;
  }

  private List<Finding> overlaps(Workload workload, int port, Checked input, Set<String> said) {
    List<Server> all = input.lookup().servers().at(workload, port);
    return all.stream()
        .skip(1)
        .filter(it -> said.add(all.getFirst().resource().label() + " " + it.resource().label()))
        .map(it ->
            at(
                    it.origin(),
                    it.resource(),
                    "servers `"
                        + all.getFirst().resource().name()
                        + "` and `"
                        + it.resource().name()
                        + "` both guard port "
                        + port
                        + " of `"
                        + workload.label()
                        + "`")
                .because(all.getFirst().origin(), "the other one")
                .help("the one that was made first counts, and the other says nothing"))
        .toList();
  }
}
