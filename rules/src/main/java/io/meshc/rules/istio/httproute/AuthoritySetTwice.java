package io.meshc.rules.istio.httproute;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HeaderText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A route gives a request two hosts. Page, examples, tests: AuthoritySetTwice.md, beside this file.
public final class AuthoritySetTwice implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0143", "authority-set-twice", Category.INVALID, Severity.ERROR, "0.1")
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
      var hosts = new ArrayList<At<String>>();
      route
          .rewrite()
          .flatMap(HttpRoute.Rewrite::authority)
          .filter(host -> !host.value().isEmpty())
          .ifPresent(hosts::add);
      route
          .headers()
          .flatMap(VirtualService.Headers::request)
          .ifPresent(operations -> {
            hosts(operations.set(), hosts);
            hosts(operations.add(), hosts);
          });
      for (At<String> host : hosts.subList(Math.min(1, hosts.size()), hosts.size())) {
        found.say(
            host.origin(),
            "the host becomes `"
                + host.value()
                + "` here and `"
                + hosts.getFirst().value()
                + "` elsewhere",
            hosts.getFirst().origin(),
            "the other one");
      }
    }
    return found.stream();
  }

  private static void hosts(Map<String, At<String>> headers, List<At<String>> hosts) {
    for (Map.Entry<String, At<String>> it : headers.entrySet()) {
      if (HeaderText.isAuthority(it.getKey())) {
        hosts.add(it.getValue());
      }
    }
  }
}
