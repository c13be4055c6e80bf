package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A ServerAuthorization names no networks, and so lets in the cluster's alone. Page, examples, tests: ImplicitClusterNetworks.md, beside this file.
public final class ImplicitClusterNetworks implements ResourceRule<ServerAuthorization> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2611", "implicit-cluster-networks", Category.TRAFFIC, Severity.INFO, "0.1");
  }

  @Override
  public Class<ServerAuthorization> reads() {
    return ServerAuthorization.class;
  }

  @Override
  public Stream<Finding> check(ServerAuthorization authorization, Checked input) {
    return authorization.client().stream()
        .filter(it -> it.networks().isEmpty())
        .map(it ->
            at(
                    authorization.meta().origin(),
                    authorization.meta().id(),
                    "server authorization `"
                        + authorization.meta().name()
                        + "` names no networks, and lets in those of the cluster alone")
                .help(
                    "an AuthorizationPolicy without a NetworkAuthentication lets in every"
                        + " address"));
  }
}
