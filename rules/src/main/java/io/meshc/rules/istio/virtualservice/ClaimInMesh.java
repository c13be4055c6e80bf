package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HeaderText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.stream.Stream;

/// A route in the mesh asks for a claim of a token. Page, examples, tests: ClaimInMesh.md, beside this file.
public final class ClaimInMesh implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0136", "claim-in-mesh", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    if (Bound.toGatewaysAlone(it) && !it.gateways().isEmpty()) {
      return Stream.empty();
    }
    for (HttpRoute route : it.http()) {
      for (HttpMatch match : route.match()) {
        claims(match.headers(), match.origin(), found);
        claims(match.withoutHeaders(), match.origin(), found);
      }
    }
    return found.stream();
  }

  private static void claims(Map<String, StringMatch> headers, Origin place, Findings found) {
    for (String name : headers.keySet()) {
      if (HeaderText.isClaim(name)) {
        found.say(place, "match asks for the claim `" + name + "`, which only gateways see");
      }
    }
  }
}
