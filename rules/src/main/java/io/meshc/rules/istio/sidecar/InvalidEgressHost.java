package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A host of an egress listener is none. Page, examples, tests: InvalidEgressHost.md, beside this file.
public final class InvalidEgressHost implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0224", "invalid-egress-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    for (Sidecar.Egress listener : it.egress()) {
      for (At<String> host : listener.hosts()) {
        found.fault(host, "no host of a Sidecar", fault(host.value()));
      }
    }
    return found.stream();
  }

  private static String fault(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return "a namespace and a `/` stand before the name";
    }
    if (slash == 0 || slash == text.length() - 1) {
      return "a namespace and a host stand around the `/`";
    }
    String namespace = text.substring(0, slash);
    // a `~` before the namespace takes it out
    String named = namespace.startsWith("~") ? namespace.substring(1) : namespace;
    if (!namespace.equals("*")
        && !namespace.equals(".")
        && !namespace.equals("~")
        && !HostText.isLabel(named)) {
      return "`" + namespace + "` is neither a namespace nor `*`, `.` or `~`";
    }
    return HostText.listenerFault(text.substring(slash + 1), false);
  }
}
