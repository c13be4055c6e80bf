package io.meshc.lower.istio;

import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Condition;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Mark;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Subject;
import io.meshc.dialect.istio.proxy.RenderEnvoyFilter;
import io.meshc.dialect.istio.registry.WorkloadSelector;
import io.meshc.lower.Output.Created;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What no field of a policy can say → a mark, see [Mark]: one EnvoyFilter for each selection and set of conditions.
final class LowerMark {
  private static final String GROUP = "networking.istio.io";

  /// @param conditions in order
  private record Key(String namespace, Map<String, String> labels, List<Condition> conditions) {}

  private record Owned(EnvoyFilter filter, Mark mark, List<Origin> from) {}

  private final Names names;
  private final Map<Key, Owned> marks = new LinkedHashMap<>();

  LowerMark(Names names) {
    this.names = names;
  }

  /// The condition key that asks for these predicates; empty where Envoy's filter cannot say one of them either.
  Optional<String> keyFor(Selection at, List<Match> unsayable, String policyName, Origin from) {
    var conditions = new ArrayList<Condition>();
    for (Match part : unsayable) {
      Optional<Condition> condition = condition(part);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(condition.get());
    }
    var key = new Key(at.namespace(), at.labels(), List.copyOf(conditions));
    Owned owned = marks.computeIfAbsent(key, it -> owned(it, policyName));
    owned.from().add(from);
    return Optional.of(owned.mark().conditionKey());
  }

  private Owned owned(Key key, String policyName) {
    String wanted = policyName.replace('.', '-') + "-mark";
    String name = names.give(GROUP, "EnvoyFilter", key.namespace(), wanted);
    // Without dots, and names have no `_` of their own: so two names never become one.
    var mark = new Mark(name.replace('-', '_'), key.conditions());
    var meta = Translation.meta(GROUP, "v1alpha3", "EnvoyFilter", key.namespace(), name);
    Origin none = Origin.none();
    Optional<WorkloadSelector> selector =
        key.labels().isEmpty()
            ? Optional.empty()
            : Optional.of(new WorkloadSelector(Translation.labels(key.labels()), none));
    var filter =
        new EnvoyFilter(
            meta, selector, List.of(), List.of(), Optional.empty(), Optional.of(mark), none);
    return new Owned(filter, mark, new ArrayList<>());
  }

  List<Created> created() {
    return marks.values().stream()
        .map(it ->
            Translation.created(
                it.filter().meta(), RenderEnvoyFilter.render(it.filter()), it.from()))
        .toList();
  }

  private static Optional<Condition> condition(Match part) {
    return switch (part) {
      case Match.Not(var of) ->
          condition(of).map(it -> new Condition(it.subject(), !it.negated(), it.regex()));
      case Match.OnPath(var path) ->
          LowerText.regex(path).map(it -> new Condition(new Subject.Path(), false, it));
      case Match.OnHeader(var name, var value) ->
          LowerText.regex(value)
              .map(it -> new Condition(new Subject.Header(headerName(name)), false, it));
      case Match.OnMethod(var method) ->
          LowerText.regex(method)
              .map(it -> new Condition(new Subject.Header(":method"), false, it));
      case Match.Any _,
          Match.None _,
          Match.OnServicePort _,
          Match.OnWorkloadPort _,
          Match.OnHttp _,
          Match.OnHost _,
          Match.OnIdentity _,
          Match.OnSourceNamespace _,
          Match.ChangedBy _,
          Attribute _,
          Match.Unclear _,
          Match.All _,
          Match.OneOf _ ->
          Optional.empty();
    };
  }

  private static String headerName(String name) {
    return name.equals("host") ? ":authority" : name;
  }
}
