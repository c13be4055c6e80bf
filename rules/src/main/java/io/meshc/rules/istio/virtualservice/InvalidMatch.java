package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.rules.istio.value.HeaderText;
import io.meshc.rules.istio.value.HostText;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A match of a route asks for what no request can have. Page, examples, tests: InvalidMatch.md, beside this file.
public final class InvalidMatch implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0138", "invalid-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    for (HttpRoute route : it.http()) {
      for (HttpMatch match : route.match()) {
        headers(match.headers(), match.origin(), found);
        headers(match.withoutHeaders(), match.origin(), found);
        if (Written.number(match.port()) != 0) {
          port(match.port().get(), found);
        }
        found.labels(match.sourceLabels());
        namespace(match.sourceNamespace(), found);
      }
    }
    it.tls()
        .forEach(route ->
            route
                .match()
                .forEach(match -> {
                  match.destinationSubnets().forEach(subnet -> subnet(subnet, found));
                  if (Written.number(match.port()) != 0) {
                    port(match.port().get(), found);
                  }
                  found.labels(match.sourceLabels());
                }));
    it.tcp()
        .forEach(route ->
            route
                .match()
                .forEach(match -> {
                  match.destinationSubnets().forEach(subnet -> subnet(subnet, found));
                  if (Written.number(match.port()) != 0) {
                    port(match.port().get(), found);
                  }
                  found.labels(match.sourceLabels());
                }));
    return found.stream();
  }

  private static void headers(Map<String, StringMatch> headers, Origin place, Findings found) {
    for (String name : headers.keySet()) {
      String fault = HeaderText.matchFault(name);
      if (!fault.isEmpty()) {
        found.say(place, "`" + name + "` is no name of a header: " + fault);
      }
    }
  }

  private static void port(At<Long> port, Findings found) {
    if (!PortText.isPort(port.value())) {
      found.say(port.origin(), "port " + port.value() + " is not in 1 to 65535");
    }
  }

  private static void namespace(Optional<At<String>> namespace, Findings found) {
    if (Written.says(namespace) && !HostText.isLabel(namespace.get().value())) {
      found.say(namespace.get().origin(), "`" + namespace.get().value() + "` is no namespace");
    }
  }

  private static void subnet(At<String> subnet, Findings found) {
    if (!AddressText.isAddressOrPrefix(subnet.value())) {
      found.say(
          subnet.origin(),
          "`" + subnet.value() + "` is neither an address nor a network such as `10.0.0.0/8`");
    }
  }
}
