package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Workload;
import io.meshc.model.Workload.Probe;
import io.meshc.model.server.Grant;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Server;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Routes stand before a port, and none of them takes the probe of the kubelet. Page, examples, tests: UnservedProbe.md, beside this file.
public final class UnservedProbe implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2602", "unserved-probe", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    if (input.mesh().proxies().servers().servers().isEmpty()) {
      return Stream.empty();
    }
    return input.mesh().workloads().stream()
        .filter(it -> it.membership().isMeshed())
        .flatMap(workload ->
            workload.probes().stream()
                .filter(it -> !it.path().isEmpty())
                .flatMap(it -> said(workload, it, input).stream())
                .distinct());
  }

  /// The Server's own word counts at routes, too.
  private Optional<Finding> said(Workload workload, Probe probe, Checked input) {
    Optional<Server> server =
        input.lookup().servers().at(workload, probe.port()).stream()
            .findFirst()
            .filter(it -> !it.routes().isEmpty());
    if (server.isEmpty()) {
      return Optional.empty();
    }
    Request request = request(probe);
    boolean served =
        RankedRule.find(server.get().routes(), request).best().stream()
            .anyMatch(it -> lets(it.grants(), request) || lets(server.get().grants(), request));
    return served
        ? Optional.empty()
        : Optional.of(
            at(
                    server.orElseThrow().origin(),
                    server.orElseThrow().resource(),
                    "no route of server `"
                        + server.orElseThrow().resource().name()
                        + "` lets the probe `"
                        + probe.path()
                        + "` of `"
                        + workload.label()
                        + "` through")
                .because(workload.origin(), "the workload")
                .help("add a route for the path, and a policy that lets the kubelet in"));
  }

  private static boolean lets(List<Grant> grants, Request request) {
    return grants.stream().anyMatch(it -> !it.clients().value().covers(request).isNo());
  }

  private static Request request(Probe probe) {
    String path = Request.withoutQuery(probe.path());
    return new Request(
        Optional.empty(),
        probe.port(),
        probe.port(),
        Protocol.HTTP,
        "GET",
        "",
        probe.path(),
        path,
        Map.of());
  }
}
