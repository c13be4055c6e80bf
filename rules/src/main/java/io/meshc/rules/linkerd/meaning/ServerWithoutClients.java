package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.server.Server;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// A Server denies by default, and no policy lets anybody in. Page, examples, tests: ServerWithoutClients.md, beside this file.
public final class ServerWithoutClients implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC2601", "server-without-clients", Category.TRAFFIC, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {

    return input.mesh().proxies().servers().servers().stream()
        .filter(it -> it.unclear().isEmpty() && it.grants().isEmpty())
        .filter(it -> it.routes().stream().allMatch(route -> route.grants().isEmpty()))
        .map(this::said);
  }

  private Finding said(Server server) {
    return at(
            server.origin(),
            server.resource(),
            "server `" + server.resource().name() + "` lets nobody in")
        .help("let clients in by an AuthorizationPolicy, or say so with an `accessPolicy`");
  }
}
