package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;

/// A Gateway has no server, or one without hosts or a name of its port. Page, examples, tests: IncompleteServer.md, beside this file.
public final class IncompleteServer implements ResourceRule<Gateway> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0111", "incomplete-server", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Gateway> reads() {
    return Gateway.class;
  }

  @Override
  public Stream<Finding> check(Gateway it, Checked input) {
    var found = new Findings(this, it);
    if (it.servers().isEmpty()) {
      found.say(it.meta().origin(), "the Gateway has no servers");
    }
    var names = new HashMap<String, Origin>();
    for (Gateway.Server server : it.servers()) {
      if (server.hosts().isEmpty()) {
        found.say(server.origin(), "the server has no hosts");
      }
      Optional<At<String>> name = server.port().flatMap(Gateway.Port::name);
      if (name.isEmpty()) {
        continue;
      }
      Origin first = names.putIfAbsent(name.get().value(), name.get().origin());
      if (name.get().value().isEmpty()) {
        found.say(name.get().origin(), "the port has an empty name");
      } else if (first != null) {
        found.say(
            name.get().origin(),
            "port name `" + name.get().value() + "` stands twice",
            first,
            "the first one");
      }
    }
    return found.stream();
  }
}
