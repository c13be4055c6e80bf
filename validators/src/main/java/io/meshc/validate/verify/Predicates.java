package io.meshc.validate.verify;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The predicates that a match is made of, by dimension, whatever stands around them.
///
/// @param identities patterns on the client
/// @param ports every port that is named
record Predicates(
    Set<TextPattern> paths,
    Set<TextPattern> methods,
    Set<TextPattern> hosts,
    Map<String, Set<TextPattern>> headers,
    Set<TextPattern> identities,
    Set<Integer> ports) {

  static Predicates of(List<Match> matches) {
    var found =
        new Predicates(
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    var queue = new ArrayList<>(matches);
    for (int i = 0; i < queue.size(); i++) {
      found.take(queue.get(i), queue);
    }
    return found;
  }

  private void take(Match match, List<Match> queue) {
    switch (match) {
      case Match.OnPath(var path) -> paths.add(path);
      case Match.OnMethod(var method) -> methods.add(method);
      case Match.OnHost(var host) -> hosts.add(host);
      case Match.OnHeader(var name, var value) ->
          headers.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(value);
      case Match.OnIdentity(var identity) -> identities.add(identity);
      case Match.OnServicePort(var port) -> ports.add(port);
      case Match.OnWorkloadPort(var port) -> ports.add(port);
      case Match.Not(var of) -> queue.add(of);
      case Match.All(var of) -> queue.addAll(of);
      case Match.OneOf(var of) -> queue.addAll(of);
      case Match.Unclear(var atLeast, var atMost, var _) -> queue.addAll(List.of(atLeast, atMost));
      case Match.Any _,
          Match.None _,
          Match.OnHttp _,
          Match.OnSourceNamespace _,
          Match.ChangedBy _,
          Attribute _ -> {}
    }
  }
}
