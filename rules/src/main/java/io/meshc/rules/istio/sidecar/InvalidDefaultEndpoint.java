package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;
import java.util.stream.Stream;

/// Traffic that comes in is sent to another host. Page, examples, tests: InvalidDefaultEndpoint.md, beside this file.
public final class InvalidDefaultEndpoint implements ResourceRule<Sidecar> {
  private static final Set<String> OWN = Set.of("", "127.0.0.1", "0.0.0.0", "::1", "::");

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0222", "invalid-default-endpoint", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    for (Sidecar.Ingress listener : it.ingress()) {
      if (Written.says(listener.defaultEndpoint())) {
        found.fault(
            listener.defaultEndpoint(),
            "no endpoint of the workload",
            fault(listener.defaultEndpoint().get().value()));
      }
    }
    return found.stream();
  }

  private static String fault(String text) {
    if (AddressText.isUnix(text)) {
      return AddressText.unixFault(text);
    }
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, Math.max(colon, 0));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return "an IPv6 address stands in `[` and `]`";
    }
    if (colon < 0) {
      return "it names no port";
    }
    if (!OWN.contains(host)) {
      return "`" + host + "` is neither 127.0.0.1 nor 0.0.0.0, [::1] or [::]";
    }
    String port = text.substring(colon + 1);
    boolean number =
        !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && PortText.isPort(Integer.parseInt(port)) ? "" : "`" + port + "` is no port";
  }
}
