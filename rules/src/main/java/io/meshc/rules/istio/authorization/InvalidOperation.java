package io.meshc.rules.istio.authorization;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.security.AuthorizationPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A rule names requests that cannot be. Page, examples, tests: InvalidOperation.md, beside this file.
public final class InvalidOperation implements ResourceRule<AuthorizationPolicy> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0303", "invalid-operation", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<AuthorizationPolicy> reads() {
    return AuthorizationPolicy.class;
  }

  @Override
  public Stream<Finding> check(AuthorizationPolicy it, Checked input) {
    var found = new Findings(this, it);
    for (AuthorizationPolicy.Rule rule : it.rules()) {
      for (AuthorizationPolicy.To to : rule.to()) {
        to.operation().ifPresent(operation -> check(operation, found));
      }
    }
    return found.stream();
  }

  private static void check(AuthorizationPolicy.Operation operation, Findings found) {
    List<List<At<String>>> lists =
        List.of(
            operation.hosts(),
            operation.notHosts(),
            operation.ports(),
            operation.notPorts(),
            operation.methods(),
            operation.notMethods(),
            operation.paths(),
            operation.notPaths());
    lists.forEach(list -> ValueText.notEmpty(list, found));
    ValueText.ports(operation.ports(), found);
    ValueText.ports(operation.notPorts(), found);
    operation
        .paths()
        .forEach(
            path -> found.fault(path, "no path of a policy", PathTemplate.fault(path.value())));
    operation
        .notPaths()
        .forEach(
            path -> found.fault(path, "no path of a policy", PathTemplate.fault(path.value())));
  }
}
