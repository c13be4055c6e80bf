package io.meshc.lower.istio;

import io.meshc.lower.istio.Grant.Slot;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.PlainRegex;
import io.meshc.model.match.TextPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The conjuncts of one alternative → [Grant]. What no field can say is kept aside, never dropped.
final class LowerAlternative {
  private final Map<Slot, SortedSet<String>> lists = new EnumMap<>(Slot.class);
  private final Map<String, List<SortedSet<String>>> when = new TreeMap<>();
  private final Map<String, SortedSet<String>> notWhen = new TreeMap<>();
  private final List<Match> unsayable = new ArrayList<>();
  private boolean http;

  private LowerAlternative() {}

  /// INVARIANT: without `OneOf`, and with `Not` at single predicates only, as [Certain] and
  /// [io.meshc.model.match.Alternatives] leave it; anything else counts as unsayable.
  static Grant lower(List<Match> conjuncts) {
    var alternative = new LowerAlternative();
    conjuncts.forEach(alternative::add);
    return new Grant(
        alternative.lists,
        alternative.when,
        alternative.notWhen,
        alternative.http,
        alternative.unsayable);
  }

  private void add(Match part) {
    switch (part) {
      case Match.Any _ -> {}
      case Match.OnHttp _ -> http = true;
      case Match.OnWorkloadPort(var port) -> put(Slot.PORTS, List.of(String.valueOf(port)), part);
      case Match.OnMethod(var method) -> httpList(Slot.METHODS, LowerText.header(method), part);
      case Match.OnHost(var host) -> httpList(Slot.HOSTS, LowerText.header(host), part);
      case Match.OnPath(var path) -> {
        http = true;
        if (!(PlainRegex.simplest(path) instanceof TextPattern.Anything)) {
          httpList(Slot.PATHS, LowerText.path(path), part);
        }
      }
      case Match.OnHeader(var name, var value) -> header(name, value, part);
      case Match.OnIdentity(var identity) ->
          client(Slot.PRINCIPALS, "source.principal", LowerText.identity(identity), part);
      case Match.OnSourceNamespace(var namespace) ->
          client(Slot.NAMESPACES, "source.namespace", LowerText.identity(namespace), part);
      case Match.Not(var of) -> addNot(of, part);
      case Match.OnServicePort _,
          Match.ChangedBy _,
          Attribute _,
          Match.None _,
          Match.Unclear _,
          Match.All _,
          Match.OneOf _ ->
          unsayable.add(part);
    }
  }

  private void addNot(Match of, Match whole) {
    switch (of) {
      case Match.OnWorkloadPort(var port) -> none(Slot.NOT_PORTS, List.of(String.valueOf(port)));
      case Match.OnMethod(var method) -> none(Slot.NOT_METHODS, LowerText.header(method), whole);
      case Match.OnHost(var host) -> none(Slot.NOT_HOSTS, LowerText.header(host), whole);
      case Match.OnPath(var path) -> none(Slot.NOT_PATHS, LowerText.path(path), whole);
      case Match.OnIdentity(var identity) ->
          none(Slot.NOT_PRINCIPALS, LowerText.identity(identity), whole);
      case Match.OnSourceNamespace(var namespace) ->
          none(Slot.NOT_NAMESPACES, LowerText.identity(namespace), whole);
      case Match.OnHeader(var name, var value) ->
          LowerText.header(value)
              .ifPresentOrElse(
                  it -> notWhen.computeIfAbsent(key(name), _ -> new TreeSet<>()).addAll(it),
                  () -> unsayable.add(whole));
      case Match.Any _,
          Match.None _,
          Match.OnServicePort _,
          Match.OnHttp _,
          Match.ChangedBy _,
          Attribute _,
          Match.Unclear _,
          Match.Not _,
          Match.All _,
          Match.OneOf _ ->
          unsayable.add(whole);
    }
  }

  private void header(String name, TextPattern value, Match part) {
    http = true;
    LowerText.header(value)
        .ifPresentOrElse(
            it -> when.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(new TreeSet<>(it)),
            () -> unsayable.add(part));
  }

  /// Envoy knows the Host header as `:authority`, of HTTP/1 too.
  private static String key(String name) {
    return "request.headers[" + (name.equals("host") ? ":authority" : name) + "]";
  }

  private void httpList(Slot slot, Optional<List<String>> values, Match part) {
    http = true;
    values.ifPresentOrElse(it -> put(slot, it, part), () -> unsayable.add(part));
  }

  /// A list is a choice, so that a second conjunct of the same sort has no place in it.
  private void put(Slot slot, Collection<String> values, Match part) {
    if (lists.containsKey(slot)) {
      unsayable.add(part);
    } else {
      lists.put(slot, new TreeSet<>(values));
    }
  }

  /// Of clients a second conjunct can be said as a condition.
  private void client(Slot slot, String key, Optional<List<String>> values, Match part) {
    if (values.isEmpty()) {
      unsayable.add(part);
    } else if (lists.containsKey(slot)) {
      when.computeIfAbsent(key, _ -> new ArrayList<>()).add(new TreeSet<>(values.get()));
    } else {
      lists.put(slot, new TreeSet<>(values.get()));
    }
  }

  private void none(Slot slot, Optional<List<String>> values, Match part) {
    values.ifPresentOrElse(it -> none(slot, it), () -> unsayable.add(part));
  }

  private void none(Slot slot, Collection<String> values) {
    lists.computeIfAbsent(slot, _ -> new TreeSet<>()).addAll(values);
  }
}
