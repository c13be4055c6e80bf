package io.meshc.rules.linkerd.status;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.status.Age;
import io.meshc.rules.linkerd.LinkerdKinds;
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

/// Two limits of requests are about one Server. Page, examples, tests: RepeatedRateLimit.md, beside this file.
public final class RepeatedRateLimit implements MeshRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3723", "repeated-rate-limit", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    List<Written> limits = input.documents().of(LinkerdKinds.GROUP, "HTTPLocalRateLimitPolicy");
    if (limits.size() < 2) {
      return Stream.empty();
    }
    Map<String, Written> first = new HashMap<>();
    var found = new ArrayList<Finding>();
    for (Written limit : Age.inOrder(limits)) {
      Part target = limit.spec().get("targetRef");
      String server = limit.id().namespace() + " " + target.get("name").text();
      Written before = first.putIfAbsent(server, limit);
      if (before != null) {
        found.add(
            at(
                    target.origin(),
                    limit.id(),
                    "limit `"
                        + before.id().name()
                        + "` is about Server `"
                        + target.get("name").text()
                        + "`, too, and comes first")
                .because(before.origin(), "that one"));
      }
    }
    return found.stream();
  }
}
