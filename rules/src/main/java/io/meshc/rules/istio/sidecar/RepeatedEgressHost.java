package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.rules.istio.Findings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An egress listener names a host that it has already. Page, examples, tests: RepeatedEgressHost.md, beside this file.
public final class RepeatedEgressHost implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC0225", "repeated-egress-host", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    for (Sidecar.Egress listener : it.egress()) {
      var byNamespace = new HashMap<String, Map<String, Origin>>();
      Optional<Origin> everything = Optional.empty();
      for (At<String> host : listener.hosts()) {
        int slash = host.value().indexOf('/');
        // a `~` takes hosts out of those that others name
        if (slash < 0 || host.value().startsWith("~")) {
          continue;
        }
        String written = host.value().substring(0, slash);
        String namespace = written.equals(".") ? it.meta().namespace() : written;
        String name = host.value().substring(slash + 1);
        Map<String, Origin> names = byNamespace.computeIfAbsent(namespace, _ -> new HashMap<>());
        Origin first = names.get(name) != null ? names.get(name) : names.get("*");
        if (first != null) {
          found.say(host.origin(), "host `" + host.value() + "` is there already", first, "here");
        } else if (name.equals("*") && !names.isEmpty()) {
          found.say(
              host.origin(),
              "all hosts of namespace `" + namespace + "` stand beside some of them");
        }
        names.putIfAbsent(name, host.origin());
        if (host.value().equals("*/*")) {
          everything = Optional.of(host.origin());
        }
      }
      if (everything.isPresent() && byNamespace.size() > 1) {
        found.say(everything.get(), "`*/*` is every host, and others stand beside it");
      }
    }
    return found.stream();
  }
}
