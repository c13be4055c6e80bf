package io.meshc.validate.rule;

import io.meshc.diag.Finding;
import io.meshc.dialect.Resource;
import io.meshc.model.Mesh;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A catalogue and an environment → findings, each once, in the order of the files.
public final class RuleRunner {
  private RuleRunner() {}

  /// File, line, column, rule, message: the order of every list of findings.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::origin)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  public static List<Finding> run(List<Rule> catalog, Checked input) {
    var seen = new HashSet<Said>();
    return catalog.stream()
        .flatMap(it -> findings(it, input))
        .filter(it -> seen.add(Said.by(it)))
        .sorted(ORDER)
        .toList();
  }

  /// What a reader takes two findings for the same by.
  private record Said(String rule, Origin origin, Optional<ResourceId> resource, String message) {
    static Said by(Finding it) {
      return new Said(it.rule(), it.origin(), it.resource(), it.message());
    }
  }

  private static Stream<Finding> findings(Rule rule, Checked input) {
    Mesh mesh = input.mesh();
    return switch (rule) {
      case InputRule it ->
          it.reports().stream().flatMap(kind -> input.problems(kind).stream().map(it::finding));
      case ReferenceRule it -> mesh.references().stream().flatMap(ref -> it.check(ref, input));
      case RouteRule it -> mesh.routes().stream().flatMap(route -> it.check(route, input));
      case AuthorizationRule it ->
          mesh.authorizations().stream().flatMap(policy -> it.check(policy, input));
      case MeshRule it -> it.check(input);
      case ResourceRule<?> it -> onResources(it, input);
      // speaks only when it is known what the others found
      case SuppressionRule _ -> Stream.empty();
    };
  }

  private static <R extends Resource> Stream<Finding> onResources(
      ResourceRule<R> rule, Checked input) {
    return input.resources(rule.reads()).stream().flatMap(it -> rule.check(it, input));
  }
}
