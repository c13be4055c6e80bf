package io.meshc.lower.envoy.table;

import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.rbac.Permission;
import io.meshc.dialect.envoy.rbac.Principal;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.dialect.envoy.rbac.Rules.Policy;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.policy.Facts;
import io.meshc.lower.envoy.policy.Guard;
import io.meshc.lower.envoy.policy.LowerAuthorization;
import io.meshc.lower.envoy.policy.LowerPrincipal;
import io.meshc.lower.envoy.policy.Settle;
import io.meshc.lower.envoy.policy.Settle.Settled;
import io.meshc.lower.envoy.proxy.Losses;
import io.meshc.lower.envoy.proxy.Sentry;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Who may come in at a port → rules of its filters. Whom a grant may mean, it does not let in.
public final class LowerGrants {
  private final Sentry sentry;
  private final Facts facts;
  private final Losses losses;

  public LowerGrants(Sentry sentry, Facts facts, Losses losses) {
    this.sentry = sentry;
    this.facts = facts;
    this.losses = losses;
  }

  /// What stands before the whole port, where no route says more.
  public Guard guard() {
    Rules rules = rules(sentry.grants());
    if (rules.policies().values().stream().anyMatch(LowerAuthorization::isEverything)) {
      return Guard.OPEN;
    }
    Optional<List<StringMatch>> only = LowerAuthorization.identities(rules.policies());
    boolean probed = facts.isHttp() && !sentry.probes().isEmpty();
    return new Guard(
        Optional.empty(),
        Optional.of(probed ? probed(rules) : rules),
        probed ? Optional.empty() : only);
  }

  /// Whoever stands in the same Pod does not come by the network, and needs no rule.
  Rules rules(List<Grant> grants) {
    var policies = new TreeMap<String, Policy>();
    for (Grant grant : grants) {
      Settled clients = Settle.least(grant.clients().value(), facts, LowerPrincipal::unsaid);
      clients.doubts().stream().findFirst().ifPresent(it -> losses.add(unclear(grant, it)));
      if (!(clients.match() instanceof Match.None)) {
        policies.put(
            free(grant, policies),
            new Policy(
                List.of(new Permission.Any()), LowerAuthorization.principals(clients.match())));
      }
    }
    return new Rules(Rules.Action.ALLOW, policies);
  }

  private static String free(Grant grant, TreeMap<String, Policy> taken) {
    String name = grant.by().namespace() + "/" + grant.by().name();
    String label = name;
    for (int i = 2; taken.containsKey(label); i++) {
      label = name + "-" + i;
    }
    return label;
  }

  /// The kubelet asks without a certificate, so that nobody is asked for one.
  private Rules probed(Rules rules) {
    var policies = new TreeMap<>(rules.policies());
    List<Permission> paths =
        sentry.probes().stream()
            .<Permission>map(it -> new Permission.Path(StringMatch.exact(it)))
            .toList();
    var get = new Permission.Header(HeaderMatch.of(":method", StringMatch.exact("GET")));
    policies.put(
        "probes",
        new Policy(
            List.of(new Permission.And(List.of(get, new Permission.Or(paths)))),
            List.of(new Principal.Any())));
    return new Rules(Rules.Action.ALLOW, policies);
  }

  private Loss unclear(Grant grant, String because) {
    return new Loss(
        grant.clients().origin(),
        grant.by().kind().isEmpty() ? Optional.empty() : Optional.of(grant.by()),
        Feature.UNCLEAR_MATCH.label(),
        Effect.NARROWS_ACCESS,
        Region.at(
            new Scope.InNamespace(sentry.workload().namespace()),
            new Match.OnWorkloadPort(sentry.port())),
        "only who is surely allowed is let in: " + because,
        "");
  }
}
