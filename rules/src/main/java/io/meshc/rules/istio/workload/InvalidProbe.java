package io.meshc.rules.istio.workload;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.WorkloadGroup;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A readiness probe asks in no way, or wrongly. Page, examples, tests: InvalidProbe.md, beside this file.
public final class InvalidProbe implements ResourceRule<WorkloadGroup> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0242", "invalid-probe", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<WorkloadGroup> reads() {
    return WorkloadGroup.class;
  }

  @Override
  public Stream<Finding> check(WorkloadGroup it, Checked input) {
    var found = new Findings(this, it);
    if (it.probe().isEmpty()) {
      return Stream.empty();
    }
    WorkloadGroup.Probe probe = it.probe().get();
    if (probe.httpGet().isEmpty() && probe.tcpSocket().isEmpty() && probe.exec().isEmpty()) {
      found.say(
          probe.origin(),
          probe.grpc().isPresent()
              ? "`grpc` is a way to ask that istiod does not take"
              : "the probe has none of `httpGet`, `tcpSocket` and `exec`");
    }
    probe.httpGet().ifPresent(http -> http(http, found));
    probe.tcpSocket().ifPresent(tcp -> port(tcp.port(), found));
    probe.grpc().ifPresent(grpc -> port(grpc.port(), found));
    return found.stream();
  }

  private static void http(WorkloadGroup.HttpGet http, Findings found) {
    port(http.port(), found);
    String scheme = Written.text(http.scheme());
    if (!scheme.isEmpty() && !scheme.equals("HTTP") && !scheme.equals("HTTPS")) {
      found.say(
          http.scheme().get().origin(), "scheme `" + scheme + "` is neither `HTTP` nor `HTTPS`");
    }
    for (WorkloadGroup.HttpHeader header : http.httpHeaders()) {
      String name = Written.text(header.name());
      if (name.isEmpty()
          || !name.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c) && c < 128)) {
        found.say(
            Written.place(header.name(), header.origin()),
            "`" + name + "` is no name of a header: letters, digits and `-`");
      }
    }
  }

  private static void port(Optional<At<Long>> port, Findings found) {
    if (port.isPresent() && !PortText.isPort(port.get().value())) {
      found.say(port.get().origin(), "port " + port.get().value() + " is not in 1 to 65535");
    }
  }
}
