package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.model.Route;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a route of connections. All are alike but for the server name, and of one route the first holds.
public final class StreamRules {
  private static final Rank ALIKE = new Rank(Rank.Kind.PREFIX, 0, false, 0, 0);

  private StreamRules() {}

  /// Those of a route in a mesh, for its server names where it has any.
  public static List<Ranked> of(StreamRoute route, boolean bound, Environment environment) {
    List<HostPattern> hosts =
        route.hostnames().isEmpty()
            ? List.of(Ranked.ANY_HOST)
            : route.hostnames().stream().map(it -> new HostPattern(it.value())).toList();
    return hosts.stream().flatMap(it -> of(route, it, bound, environment).stream()).toList();
  }

  /// Those for one server name.
  static List<Ranked> of(
      StreamRoute route, HostPattern host, boolean bound, Environment environment) {
    var backends = new Backends(route.meta(), bound, environment);
    if (route.unread().isPresent()) {
      return List.of(Ranked.unread(route));
    }
    var all = new ArrayList<Ranked>();
    for (StreamRoute.Rule it : route.rules()) {
      var rule =
          new Route.Rule(
              At.of(
                  backends
                      .decider(it.backendRefs())
                      .<Match>map(cause -> new Match.Unclear(Match.NONE, name(host), cause))
                      .orElse(name(host)),
                  it.origin()),
              backends.of(it.backendRefs(), Optional.empty(), it.origin()),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(route.meta().id()));
      all.add(new Ranked(route.meta().id(), all.size(), ALIKE, host, rule));
    }
    return all;
  }

  private static Match name(HostPattern host) {
    if (host.text().equals("*")) {
      return Match.ANY;
    }
    return new Attribute.Sni(
        host.isWild()
            ? new TextPattern.Suffix(host.text().substring(1))
            : new TextPattern.Exact(host.text()));
  }
}
