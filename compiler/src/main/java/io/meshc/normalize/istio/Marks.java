package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Condition;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Mark;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Subject;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the marks mean that EnvoyFilters put on requests, see [Mark].
///
/// @param filters all of the environment
record Marks(List<EnvoyFilter> filters, IstioPlane plane) {
  Marks {
    filters = List.copyOf(filters);
  }

  /// The requests that carry a mark at every workload that a policy selects. Where no filter sets it, no request does. Empty
  /// where the key is not that of a mark.
  Optional<Match> of(String conditionKey, Meta policy, Map<String, String> selector) {
    if (!conditionKey.startsWith("experimental.envoy.filters.http.rbac[meshc_")) {
      return Optional.empty();
    }
    var certain = new ArrayList<Match>();
    var possible = new ArrayList<Match>();
    for (EnvoyFilter filter : filters) {
      Optional<Mark> mark = filter.mark().filter(it -> it.conditionKey().equals(conditionKey));
      boolean there =
          plane.isRoot(filter.meta()) || filter.meta().namespace().equals(policy.namespace());
      if (mark.isPresent() && there) {
        boolean everywhere =
            selector.entrySet().containsAll(Labels.of(filter.selector()).entrySet());
        (everywhere ? certain : possible).add(match(mark.get()));
      }
    }
    if (certain.size() == 1 && possible.isEmpty()) {
      return Optional.of(certain.getFirst());
    }
    if (certain.isEmpty() && possible.isEmpty()) {
      return Optional.of(Match.NONE);
    }
    certain.addAll(possible);
    String because = "the EnvoyFilters that mark requests do not agree on `" + conditionKey + "`";
    return Optional.of(new Match.Unclear(Match.NONE, Match.oneOf(certain), because));
  }

  private static Match match(Mark mark) {
    var parts = new ArrayList<Match>();
    parts.add(new Match.OnHttp());
    mark.conditions().forEach(it -> parts.add(match(it)));
    return Match.all(parts);
  }

  private static Match match(Condition condition) {
    Optional<Match> plain =
        Regex.of(condition.regex())
            .map(TextPattern.FullRegex::new)
            .map(it ->
                switch (condition.subject()) {
                  case Subject.Path() -> new Match.OnPath(it);
                  case Subject.Header(var name) -> new Match.OnHeader(name, it);
                });
    // A regex that RE2 refuses makes Envoy refuse the filter: then nothing is marked.
    return plain.map(it -> condition.negated() ? new Match.Not(it) : it).orElse(Match.NONE);
  }
}
