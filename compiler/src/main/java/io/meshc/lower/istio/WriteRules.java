package io.meshc.lower.istio;

import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.From;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.dialect.istio.security.AuthorizationPolicy.To;
import io.meshc.lower.istio.Grant.Slot;
import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Grants → rules: those with the same clients and conditions are operations of one rule.
///
/// A rule with any HTTP attribute never lets raw TCP pass (measured), so that grants with and without them stay apart.
final class WriteRules {
  private WriteRules() {}

  /// What the operations of one rule have in common.
  private record Common(Source from, List<Condition> when, boolean http) {}

  static List<Rule> of(List<Grant> grants, Origin origin) {
    var byCommon = new LinkedHashMap<Common, List<Operation>>();
    for (Grant grant : grants) {
      var common = new Common(source(grant, origin), conditions(grant, origin), grant.namesHttp());
      byCommon.computeIfAbsent(common, _ -> new ArrayList<>()).add(operation(grant, origin));
    }
    var rules = new ArrayList<Rule>();
    byCommon.forEach((common, operations) -> rules.add(rule(common, operations, origin)));
    return rules;
  }

  private static Rule rule(Common common, List<Operation> operations, Origin origin) {
    List<From> from =
        isEmpty(common.from()) ? List.of() : List.of(new From(Optional.of(common.from()), origin));
    // An operation without any field means every operation, and Istio wants it left out.
    boolean any = operations.stream().anyMatch(WriteRules::isEmpty);
    List<To> to =
        any ? List.of() : operations.stream().map(it -> new To(Optional.of(it), origin)).toList();
    return new Rule(from, to, common.when(), origin);
  }

  private static boolean isEmpty(Source source) {
    return source.principals().isEmpty()
        && source.notPrincipals().isEmpty()
        && source.namespaces().isEmpty()
        && source.notNamespaces().isEmpty();
  }

  private static boolean isEmpty(Operation operation) {
    return operation.equals(
        operation(new Grant(Map.of(), Map.of(), Map.of(), false, List.of()), operation.origin()));
  }

  private static Source source(Grant grant, Origin origin) {
    return Source.of(
        Translation.texts(grant.values(Slot.PRINCIPALS)),
        Translation.texts(grant.values(Slot.NOT_PRINCIPALS)),
        Translation.texts(grant.values(Slot.NAMESPACES)),
        Translation.texts(grant.values(Slot.NOT_NAMESPACES)),
        origin);
  }

  private static Operation operation(Grant grant, Origin origin) {
    return new Operation(
        Translation.texts(grant.values(Slot.HOSTS)),
        Translation.texts(grant.values(Slot.NOT_HOSTS)),
        Translation.texts(grant.values(Slot.PORTS)),
        Translation.texts(grant.values(Slot.NOT_PORTS)),
        Translation.texts(grant.values(Slot.METHODS)),
        Translation.texts(grant.values(Slot.NOT_METHODS)),
        Translation.texts(grant.values(Slot.PATHS)),
        Translation.texts(grant.values(Slot.NOT_PATHS)),
        origin);
  }

  private static List<Condition> conditions(Grant grant, Origin origin) {
    var conditions = new ArrayList<Condition>();
    new TreeMap<>(grant.when())
        .forEach((key, all) ->
            all.forEach(it ->
                conditions.add(
                    new Condition(
                        Optional.of(Translation.at(key)),
                        Translation.texts(it),
                        List.of(),
                        origin))));
    new TreeMap<>(grant.notWhen())
        .forEach((key, none) ->
            conditions.add(
                new Condition(
                    Optional.of(Translation.at(key)), List.of(), Translation.texts(none), origin)));
    return conditions;
  }
}
