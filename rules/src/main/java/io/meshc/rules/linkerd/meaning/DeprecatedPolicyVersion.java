package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.policy.Server;
import io.meshc.dialect.linkerd.policy.ServerAuthorization;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// An object is written in a version that Linkerd is about to give up. Page, examples, tests: DeprecatedPolicyVersion.md, beside this file.
public final class DeprecatedPolicyVersion implements KindsRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4601", "deprecated-policy-version", Category.PORTABILITY, Severity.INFO, "0.1");
  }

  private static final Map<String, Set<String>> DEPRECATED =
      Map.of(
          "Server", Set.of("v1alpha1", "v1beta1"),
          "ServerAuthorization", Set.of("v1alpha1"));

  private static final Map<String, String> INSTEAD =
      Map.of("Server", "v1beta3", "ServerAuthorization", "v1beta1");

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(Server.class, ServerAuthorization.class);
  }

  @Override
  public Stream<Finding> check(Resource resource, Checked input) {
    String kind = resource.meta().id().kind();
    String version = resource.meta().version();
    return DEPRECATED.getOrDefault(kind, Set.of()).contains(version)
        ? Stream.of(
            at(
                    resource.meta().origin(),
                    resource.meta().id(),
                    "`" + version + "` of `" + kind + "` is deprecated")
                .help("write `policy.linkerd.io/" + INSTEAD.getOrDefault(kind, "") + "`"))
        : Stream.empty();
  }
}
