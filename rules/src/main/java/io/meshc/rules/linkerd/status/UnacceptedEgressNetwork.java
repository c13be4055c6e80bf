package io.meshc.rules.linkerd.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig;
import io.meshc.model.match.AddressBlock;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.rules.linkerd.value.Networks;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An EgressNetwork holds addresses of the cluster. Page, examples, tests: UnacceptedEgressNetwork.md, beside this file.
public final class UnacceptedEgressNetwork implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3724", "unaccepted-egress-network", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("EgressNetwork");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    List<String> cluster = cluster(input);
    for (Part network : object.spec().each("networks")) {
      Optional<AddressBlock> block = Networks.block(network.get("cidr").text());
      for (String own : cluster) {
        if (block.isPresent() && overlap(block.get(), network, own)) {
          found.say(
              network.get("cidr"),
              "`"
                  + network.get("cidr").text()
                  + "` holds addresses of `"
                  + own
                  + "`, which are of the cluster",
              "Linkerd takes "
                  + own
                  + " for the cluster's own unless it was installed with other `clusterNetworks`");
        }
      }
    }
  }

  /// Those that the control plane was installed with, where the repo shows them, else those of its chart.
  private static List<String> cluster(Checked input) {
    for (ControlPlaneConfig it : input.resources(ControlPlaneConfig.class)) {
      Optional<At<String>> own = it.values().flatMap(ControlPlaneConfig.Values::clusterNetworks);
      if (own.isPresent()) {
        return Stream.of(own.get().value().split(",", -1))
            .map(String::strip)
            .filter(block -> Networks.block(block).isPresent())
            .toList();
      }
    }
    return List.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fd00::/8");
  }

  /// Unless an exception takes all of the cluster's out.
  private static boolean overlap(AddressBlock block, Part network, String own) {
    AddressBlock cluster = Networks.block(own).orElseThrow();
    for (Part except : network.each("except")) {
      Optional<AddressBlock> without = Networks.block(except.text());
      if (without.isPresent() && Networks.covers(without.get(), cluster)) {
        return false;
      }
    }
    return Networks.covers(block, cluster) || Networks.covers(cluster, block);
  }
}
