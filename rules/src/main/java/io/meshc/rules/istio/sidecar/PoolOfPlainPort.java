package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.ConnectionPool;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// Limits of HTTP stand at a port that is not read as HTTP. Page, examples, tests: PoolOfPlainPort.md, beside this file.
public final class PoolOfPlainPort implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0227", "pool-of-plain-port", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    for (Sidecar.Ingress listener : it.ingress()) {
      String protocol = listener.port().map(port -> Written.text(port.protocol())).orElse("");
      if (listener.port().isPresent() && !PortText.isHttp(protocol)) {
        listener
            .connectionPool()
            .flatMap(ConnectionPool::http)
            .ifPresent(http ->
                found.say(
                    http.origin(),
                    "the port is not read as HTTP, and only limits of TCP hold at it"));
      }
    }
    return found.stream();
  }
}
