package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.model.match.AddressBlock;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.rules.linkerd.value.Networks;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.Optional;

/// A network is none, or nothing is left of it. Page, examples, tests: InvalidNetwork.md, beside this file.
public final class InvalidNetwork implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(
          new Kind(LinkerdKinds.GROUP, "NetworkAuthentication"),
          new Kind(LinkerdKinds.GROUP, "EgressNetwork"),
          new Kind(LinkerdKinds.GROUP, "ServerAuthorization"));

  @Override
  public RuleCard card() {
    return new RuleCard("MC0455", "invalid-network", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part own = object.spec().get("networks");
    if (own.isThere() && own.items().isEmpty()) {
      found.say(own, "there is no network in the list");
    }
    own.items().forEach(it -> check(it, found));
    object.spec().get("client").each("networks").forEach(it -> check(it, found));
  }

  private static void check(Part network, Found found) {
    Part cidr = network.get("cidr");
    Optional<AddressBlock> whole = block(cidr, found);
    for (Part except : network.each("except")) {
      Optional<AddressBlock> without = block(except, found);
      if (whole.isEmpty() || without.isEmpty()) {
        continue;
      }
      if (Networks.covers(without.get(), whole.get())) {
        found.say(except, "nothing is left of `" + cidr.text() + "`", cidr, "the network");
      } else if (!Networks.covers(whole.get(), without.get())) {
        found.say(
            except, "`" + except.text() + "` is not in `" + cidr.text() + "`", cidr, "the network");
      }
    }
  }

  private static Optional<AddressBlock> block(Part text, Found found) {
    Optional<AddressBlock> block = Networks.block(text.text());
    if (text.isThere() && block.isEmpty()) {
      found.say(text, "`" + text.text() + "` is neither an address nor a block of addresses");
    }
    return block;
  }
}
