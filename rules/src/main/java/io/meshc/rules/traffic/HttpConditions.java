package io.meshc.rules.traffic;

import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a match of an HTTPRouteGroup asks: one pattern for the path, any of some for the method, one for each header.
///
/// @param headers by name
record HttpConditions(
    PatternValues path, List<PatternValues> methods, Map<String, PatternValues> headers) {

  /// Empty where there is something in the match that this does not look into.
  static Optional<HttpConditions> of(Match match) {
    var paths = new ArrayList<PatternValues>();
    List<PatternValues> methods = List.of(PatternValues.ANY);
    var headers = new TreeMap<String, PatternValues>();
    for (Match part : Alternatives.parts(match)) {
      switch (certain(part)) {
        case Match.OnHttp _ -> {}
        case Match.OnPath(var path) -> paths.add(PatternValues.of(path));
        case Match.OnMethod(var method) -> methods = List.of(PatternValues.of(method));
        case Match.OneOf(var of) when of.stream().allMatch(Match.OnMethod.class::isInstance) ->
            methods = of.stream().map(it -> PatternValues.of(method(it))).toList();
        case Match.OnHeader(var name, var value) when !headers.containsKey(name) ->
            headers.put(name, PatternValues.of(value));
        case Match.OneOf _,
            Match.OnHeader _,
            Match.Any _,
            Match.None _,
            Match.OnServicePort _,
            Match.OnWorkloadPort _,
            Match.OnHost _,
            Match.OnIdentity _,
            Match.OnSourceNamespace _,
            Match.ChangedBy _,
            Attribute _,
            Match.Unclear _,
            Match.Not _,
            Match.All _ -> {
          return Optional.empty();
        }
      }
    }
    return paths.size() > 1
        ? Optional.empty()
        : Optional.of(new HttpConditions(first(paths), methods, headers));
  }

  private static PatternValues first(List<PatternValues> paths) {
    return paths.isEmpty() ? PatternValues.ANY : paths.getFirst();
  }

  private static Match certain(Match part) {
    return part instanceof Match.Unclear(var atLeast, var _, var _) ? atLeast : part;
  }

  private static TextPattern method(Match part) {
    return part instanceof Match.OnMethod(var method) ? method : TextPattern.ANYTHING;
  }

  /// A request that both cover, as people say it: `GET /cart`. Where there is none, there may be one all the same.
  Optional<String> shared(HttpConditions other) {
    Optional<String> method = sharedMethod(other);
    Optional<String> address = method.flatMap(_ -> path.shared(other.path, "/", "/"));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var names = new TreeMap<>(headers);
    names.putAll(other.headers);
    var values = new ArrayList<String>();
    for (String name : names.keySet()) {
      PatternValues here = headers.getOrDefault(name, PatternValues.ANY);
      PatternValues there = other.headers.getOrDefault(name, PatternValues.ANY);
      here.shared(there, "x", "").ifPresent(it -> values.add(name + ": " + it));
    }
    String with = values.isEmpty() ? "" : " with " + String.join(", ", values);
    return values.size() == names.size()
        ? Optional.of(method.get() + " " + address.get() + with)
        : Optional.empty();
  }

  private Optional<String> sharedMethod(HttpConditions other) {
    return methods.stream()
        .flatMap(it -> other.methods.stream().flatMap(that -> it.shared(that, "GET", "").stream()))
        .findFirst();
  }
}
