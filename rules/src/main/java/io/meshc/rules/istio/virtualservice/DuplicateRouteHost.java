package io.meshc.rules.istio.virtualservice;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A VirtualService names a host twice. Page, examples, tests: DuplicateRouteHost.md, beside this file.
public final class DuplicateRouteHost implements ResourceRule<VirtualService> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0132", "duplicate-route-host", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<VirtualService> reads() {
    return VirtualService.class;
  }

  @Override
  public Stream<Finding> check(VirtualService it, Checked input) {
    var found = new Findings(this, it);
    boolean atGateway = Bound.toGatewaysAlone(it);
    for (At<String> host : it.hosts()) {
      boolean right =
          AddressText.isAddress(host.value()) || Bound.hostFault(host.value(), atGateway).isEmpty();
      if (!right) {
        return Stream.empty();
      }
    }
    var exact = new HashMap<String, At<String>>();
    var suffixes = new HashMap<String, At<String>>();
    for (At<String> host : it.hosts()) {
      String text = host.value();
      At<String> first =
          (text.startsWith("*") ? suffixes : exact)
              .putIfAbsent(text.startsWith("*") ? text.substring(1) : text, host);
      if (first != null) {
        found.say(
            host.origin(), "host `" + text + "` stands twice", first.origin(), "the first one");
      }
    }
    for (At<String> host : suffixes.isEmpty() ? List.<At<String>>of() : it.hosts()) {
      At<String> wider = wider(host.value(), suffixes);
      if (wider != null) {
        found.say(
            host.origin(),
            "host `" + host.value() + "` is one of `" + wider.value() + "`",
            wider.origin(),
            "the wider one");
      }
    }
    return found.stream();
  }

  /// The wildcard of the same list that ends this host too. Looks each end up, as a list may hold thousands.
  private static @Nullable At<String> wider(String host, Map<String, At<String>> suffixes) {
    int from = host.startsWith("*") ? 2 : 0;
    for (int i = from; i <= host.length(); i++) {
      At<String> wider = suffixes.get(host.substring(i));
      if (wider != null) {
        return wider;
      }
    }
    return null;
  }
}
