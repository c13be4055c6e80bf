package io.meshc.rules.istio.authentication;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.PeerAuthentication;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.stream.Stream;

/// A policy sets modes for ports of no workload in particular, or for what is no port. Page, examples, tests: InvalidPortMtls.md, beside this file.
public final class InvalidPortMtls implements ResourceRule<PeerAuthentication> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0320", "invalid-port-mtls", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<PeerAuthentication> reads() {
    return PeerAuthentication.class;
  }

  @Override
  public Stream<Finding> check(PeerAuthentication it, Checked input) {
    var found = new Findings(this, it);
    if (it.portLevelMtls().isEmpty()) {
      return Stream.empty();
    }
    Map<String, PeerAuthentication.MutualTls> ports = it.portLevelMtls().get();
    Origin place =
        ports.entrySet().stream()
            .min(Map.Entry.comparingByKey())
            .map(port -> port.getValue().origin())
            .orElse(it.meta().origin());
    if (it.selector().isEmpty() || it.selector().get().matchLabels().isEmpty()) {
      found.say(place, "there are modes for ports, and no selector: ports are those of a workload");
    }
    ports.forEach((port, mode) -> {
      boolean number =
          !port.isEmpty() && port.length() <= 9 && port.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!number || !PortText.isPort(Long.parseLong(port))) {
        found.say(mode.origin(), "`" + port + "` is no port");
      }
    });
    return found.stream();
  }
}
