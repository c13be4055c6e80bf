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
import java.util.Map;
import java.util.stream.Stream;

/// A route writes or removes a header that it cannot. Page, examples, tests: InvalidHeaderOperation.md, beside this file.
public final class InvalidHeaderOperation implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0142", "invalid-header-operation", Category.INVALID, Severity.ERROR, "0.1")
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
      route.headers().ifPresent(headers -> check(headers, found));
      for (VirtualService.RouteDestination destination : route.route()) {
        destination.headers().ifPresent(headers -> check(headers, found));
      }
    }
    return found.stream();
  }

  private static void check(VirtualService.Headers headers, Findings found) {
    headers.request().ifPresent(it -> check(it, true, found));
    headers.response().ifPresent(it -> check(it, false, found));
  }

  /// @param isRequest which alone may get another host
  private static void check(
      VirtualService.HeaderOperations operations, boolean isRequest, Findings found) {
    written(operations.add(), isRequest, found);
    written(operations.set(), isRequest, found);
    for (At<String> name : operations.remove()) {
      found.fault(name, "no header to remove", HeaderText.operationFault(name.value(), false));
    }
  }

  private static void written(Map<String, At<String>> headers, boolean isRequest, Findings found) {
    headers.forEach((name, value) -> {
      String fault = HeaderText.operationFault(name, isRequest);
      if (!fault.isEmpty()) {
        found.say(value.origin(), "`" + name + "` is no header to write: " + fault);
      }
      found.fault(value, "no value of a header", HeaderText.valueFault(value.value()));
    });
  }
}
