package io.meshc.rules.istio.serviceentry;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.AddressText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An address of a ServiceEntry is none. Page, examples, tests: InvalidEntryAddress.md, beside this file.
public final class InvalidEntryAddress implements ResourceRule<ServiceEntry> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0201", "invalid-entry-address", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<ServiceEntry> reads() {
    return ServiceEntry.class;
  }

  @Override
  public Stream<Finding> check(ServiceEntry it, Checked input) {
    var found = new Findings(this, it);
    boolean networks =
        it.resolution().isEmpty()
            || Written.is(it.resolution(), ServiceEntry.Resolution.NONE)
            || Written.is(it.resolution(), ServiceEntry.Resolution.STATIC);
    for (At<String> address : it.addresses()) {
      if (!AddressText.isAddressOrPrefix(address.value())) {
        found.say(
            address.origin(),
            "`" + address.value() + "` is neither an address nor a network such as `10.0.0.0/8`");
      } else if (!networks && address.value().indexOf('/') >= 0) {
        found.say(
            address.origin(),
            "`"
                + address.value()
                + "` is a network, which resolution `"
                + it.resolution().get().value()
                + "` does not take");
      }
    }
    return found.stream();
  }
}
