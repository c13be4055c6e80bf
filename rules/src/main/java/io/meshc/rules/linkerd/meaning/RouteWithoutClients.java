package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.Server;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.LinkedHashMap;
import java.util.stream.Stream;

/// A route stands before a server, and nobody is let in by it. Page, examples, tests: RouteWithoutClients.md, beside this file.
public final class RouteWithoutClients implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2603", "route-without-clients", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().servers().stream()
        .filter(it -> it.grants().isEmpty() && it.unclear().isEmpty())
        .filter(it -> it.routes().stream().anyMatch(route -> !route.grants().isEmpty()))
        .flatMap(this::said);
  }

  /// Each route once. A Server that lets in nobody at all is another matter.
  private Stream<Finding> said(Server server) {
    var routes = new LinkedHashMap<ResourceId, RankedRule>();
    server.routes().stream()
        .filter(it -> it.grants().isEmpty())
        .forEach(it -> routes.putIfAbsent(it.resource(), it));
    return routes.values().stream()
        .map(it ->
            at(
                    it.rule().match().origin(),
                    it.resource(),
                    "nobody is let in by route `"
                        + it.resource().name()
                        + "` of server `"
                        + server.resource().name()
                        + "`")
                .because(server.origin(), "the server lets in nobody by itself")
                .help("add an AuthorizationPolicy whose `targetRef` is the route"));
  }
}
