package io.meshc.lower.istio;

import io.meshc.model.match.Match;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One alternative of a rule in the words of an AuthorizationPolicy: lists of values, conditions, and what is left over.
///
/// @param lists the fields of `from.source` and `to.operation`
/// @param when conditions by key: values that must match, one of each set
/// @param notWhen conditions by key: values none of which may match
/// @param http it asks for something that only HTTP has, or for HTTP itself
/// @param unsayable conjuncts for which there is no field
record Grant(
    Map<Slot, SortedSet<String>> lists,
    Map<String, List<SortedSet<String>>> when,
    Map<String, SortedSet<String>> notWhen,
    boolean http,
    List<Match> unsayable) {

  /// The fields that hold lists of values.
  enum Slot {
    PRINCIPALS(true, false),
    NOT_PRINCIPALS(true, false),
    NAMESPACES(true, false),
    NOT_NAMESPACES(true, false),
    HOSTS(false, true),
    NOT_HOSTS(false, true),
    PORTS(false, false),
    NOT_PORTS(false, false),
    METHODS(false, true),
    NOT_METHODS(false, true),
    PATHS(false, true),
    NOT_PATHS(false, true);

    private final boolean source;
    private final boolean http;

    Slot(boolean source, boolean http) {
      this.source = source;
      this.http = http;
    }

    /// Whether it speaks of the client.
    boolean isSource() {
      return source;
    }

    boolean isHttp() {
      return http;
    }
  }

  Grant {
    lists = Map.copyOf(lists);
    when = Map.copyOf(when);
    notWhen = Map.copyOf(notWhen);
    unsayable = List.copyOf(unsayable);
  }

  List<String> values(Slot slot) {
    return lists.containsKey(slot) ? List.copyOf(lists.get(slot)) : List.of();
  }

  /// Whether Istio takes it for a rule of HTTP alone.
  boolean namesHttp() {
    boolean conditions =
        when.keySet().stream().anyMatch(Grant::isOfHttp)
            || notWhen.keySet().stream().anyMatch(Grant::isOfHttp);
    return conditions || lists.keySet().stream().anyMatch(Slot::isHttp);
  }

  /// Whether raw TCP can never match it: it names HTTP, or asks for a mark, which only HTTP requests get.
  boolean isOfHttp() {
    return namesHttp()
        || when.keySet().stream().anyMatch(Grant::isMark)
        || notWhen.keySet().stream().anyMatch(Grant::isMark);
  }

  private static boolean isOfHttp(String key) {
    return key.startsWith("request.");
  }

  private static boolean isMark(String key) {
    return key.startsWith("experimental.");
  }

  /// The same with one more condition.
  Grant requiring(String key, String value) {
    var more = new TreeMap<>(when);
    more.put(key, List.of(new TreeSet<>(List.of(value))));
    return new Grant(lists, more, notWhen, http, List.of());
  }

  /// The same with one more condition that must not hold.
  Grant unless(String key, String value) {
    var more = new TreeMap<>(notWhen);
    more.put(key, new TreeSet<>(List.of(value)));
    return new Grant(lists, when, more, http, List.of());
  }

  /// The same for HTTP of any method, so that raw TCP does not pass.
  Grant forAnyMethod() {
    var more = new EnumMap<Slot, SortedSet<String>>(Slot.class);
    more.putAll(lists);
    more.put(Slot.METHODS, new TreeSet<>(List.of("*")));
    return new Grant(more, when, notWhen, http, unsayable);
  }

  /// One grant for two that differ in one list alone: the values of both.
  Optional<Grant> merged(Grant other, Slot slot) {
    boolean both = lists.containsKey(slot) && other.lists.containsKey(slot);
    if (!both || !without(slot).equals(other.without(slot))) {
      return Optional.empty();
    }
    var values = new TreeSet<>(lists.get(slot));
    values.addAll(other.lists.get(slot));
    var all = new EnumMap<Slot, SortedSet<String>>(Slot.class);
    all.putAll(lists);
    all.put(slot, values.contains("*") ? new TreeSet<>(List.of("*")) : values);
    return Optional.of(new Grant(all, when, notWhen, http, unsayable));
  }

  private Grant without(Slot slot) {
    var rest = new EnumMap<Slot, SortedSet<String>>(Slot.class);
    rest.putAll(lists);
    rest.remove(slot);
    return new Grant(rest, when, notWhen, http, unsayable);
  }

  /// Merges whatever differs in one list of requests, until nothing does.
  static List<Grant> merge(List<Grant> grants) {
    List<Grant> result = grants.stream().distinct().toList();
    for (Slot slot :
        List.of(Slot.PRINCIPALS, Slot.METHODS, Slot.PATHS, Slot.PORTS, Slot.PRINCIPALS)) {
      result = merge(result, slot);
    }
    return result;
  }

  private static List<Grant> merge(List<Grant> grants, Slot slot) {
    var result = new ArrayList<Grant>();
    for (Grant grant : grants) {
      int at = 0;
      while (at < result.size() && result.get(at).merged(grant, slot).isEmpty()) {
        at++;
      }
      if (at == result.size()) {
        result.add(grant);
      } else {
        result.set(at, result.get(at).merged(grant, slot).orElseThrow());
      }
    }
    return result;
  }
}
