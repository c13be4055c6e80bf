package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.server.Profile;
import io.meshc.model.server.RouteTable;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A Service has a route, and a ServiceProfile that goes before it. Page, examples, tests: RouteShadowedByProfile.md, beside this file.
public final class RouteShadowedByProfile implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2605", "route-shadowed-by-profile", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().tables().stream()
        .flatMap(it -> said(it, input).stream());
  }

  private Optional<Finding> said(RouteTable table, Checked input) {
    String clients = table.audience().orElse(table.parent().namespace());
    Optional<Profile> profile =
        input.lookup().servers().profile(table.parent(), clients).filter(Profile::routes);
    return profile.map(it ->
        at(
                table.origin(),
                table.resource(),
                "route `"
                    + table.resource().name()
                    + "` counts for nothing: Service `"
                    + table.parent().label()
                    + "` has a ServiceProfile")
            .because(it.origin(), "the profile")
            .help("say in the route what the profile says, and delete the profile"));
  }
}
