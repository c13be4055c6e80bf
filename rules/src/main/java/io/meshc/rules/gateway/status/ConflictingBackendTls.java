package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Two policies say how the same backend is verified. Page, examples, tests: ConflictingBackendTls.md, beside this file.
public final class ConflictingBackendTls implements MeshRule {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3712", "conflicting-backend-tls", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<Written> policies = input.documents().of(GatewayKinds.GROUP, "BackendTLSPolicy");
    if (policies.size() < 2) {
      return Stream.empty();
    }
    Map<String, Written> first = new HashMap<>();
    var found = new ArrayList<Finding>();
    for (Written policy : Age.inOrder(policies)) {
      for (Part target : policy.spec().each("targetRefs")) {
        Written before = first.putIfAbsent(key(policy, target), policy);
        if (before != null && before != policy) {
          found.add(finding(policy, target, before));
        }
      }
    }
    return found.stream();
  }

  private Finding finding(Written policy, Part target, Written before) {
    return at(
            target.origin(),
            policy.id(),
            "BackendTLSPolicy `"
                + before.id().name()
                + "` is about the same backend, and comes first")
        .because(before.origin(), "that one");
  }

  /// A section of an object, or all of it.
  private static String key(Written policy, Part target) {
    return String.join(
        " ",
        policy.id().namespace(),
        target.get("group").text(),
        target.get("kind").text(),
        target.get("name").text(),
        target.get("sectionName").text());
  }
}
