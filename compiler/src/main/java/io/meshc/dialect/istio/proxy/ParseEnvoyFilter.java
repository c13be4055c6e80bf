package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Condition;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Mark;
import io.meshc.dialect.istio.proxy.EnvoyFilter.Subject;
import io.meshc.dialect.istio.registry.ReadWorkloadSelector;
import io.meshc.dialect.istio.security.ReadTargets;
import io.meshc.model.match.Regex;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `spec` of an EnvoyFilter → record. What it reads of a patch it renders again, and takes only what comes out the same:
/// so nothing in the patch can be overlooked.
public final class ParseEnvoyFilter {
  private static final String[] RULES = {
    "patch",
    "value",
    "typed_config",
    "shadow_rules",
    "policies",
    "mark",
    "permissions",
    "[0]",
    "and_rules",
    "rules"
  };
  private static final String[] PREFIX = {
    "patch", "value", "typed_config", "shadow_rules_stat_prefix"
  };

  private ParseEnvoyFilter() {}

  public static EnvoyFilter parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    Optional<Mark> mark =
        spec.has("priority") || spec.has("targetRefs")
            ? Optional.empty()
            : spec.node("configPatches").flatMap(ParseEnvoyFilter::onlyPatch);
    var result =
        new EnvoyFilter(
            meta,
            spec.object("workloadSelector").map(ReadWorkloadSelector::read),
            spec.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            spec.objects("configPatches").stream()
                .map(it -> ReadConfigPatch.read(it, problems))
                .toList(),
            spec.whole("priority"),
            mark,
            spec.origin());
    spec.done();
    return result;
  }

  private static Optional<Mark> onlyPatch(Node patches) {
    return patches instanceof Node.Sequence list && list.items().size() == 1
        ? mark(list.items().getFirst())
        : Optional.empty();
  }

  private static Optional<Mark> mark(Node patch) {
    Optional<String> prefix = at(patch, PREFIX).flatMap(ParseEnvoyFilter::text);
    Optional<Node> rules = at(patch, RULES);
    if (prefix.isEmpty()
        || !prefix.get().matches("meshc_[a-z0-9_]+_")
        || !(rules.orElse(null) instanceof Node.Sequence list)) {
      return Optional.empty();
    }
    var conditions = new ArrayList<Condition>();
    list.items().forEach(it -> condition(it).ifPresent(conditions::add));
    String name = prefix.get().substring("meshc_".length(), prefix.get().length() - 1);
    var mark = new Mark(name, conditions);
    return same(RenderMark.patch(mark), patch) ? Optional.of(mark) : Optional.empty();
  }

  private static Optional<Condition> condition(Node node) {
    Optional<Node> inner = at(node, "not_rule");
    boolean negated = inner.isPresent();
    Node plain = inner.orElse(node);
    Optional<Subject> header =
        at(plain, "header", "name").flatMap(ParseEnvoyFilter::text).map(Subject.Header::new);
    String[] regexPath =
        header.isPresent()
            ? new String[] {"header", "string_match", "safe_regex", "regex"}
            : new String[] {"url_path", "path", "safe_regex", "regex"};
    return at(plain, regexPath)
        .flatMap(ParseEnvoyFilter::text)
        .filter(it -> Regex.of(it).isPresent())
        .map(it -> new Condition(header.orElse(new Subject.Path()), negated, it));
  }

  private static Optional<Node> at(Node node, String... path) {
    Optional<Node> here = Optional.of(node);
    for (String step : path) {
      here =
          here.flatMap(it ->
              switch (it) {
                case Node.Mapping map -> map.get(step);
                case Node.Sequence list ->
                    step.equals("[0]") && !list.items().isEmpty()
                        ? Optional.of(list.items().getFirst())
                        : Optional.empty();
                case Node.Scalar _ -> Optional.empty();
              });
    }
    return here;
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  /// The same content, wherever it stands and in whatever order the keys are.
  private static boolean same(Node left, Node right) {
    return switch (left) {
      case Node.Scalar scalar ->
          right instanceof Node.Scalar other && other.text().equals(scalar.text());
      case Node.Sequence list ->
          right instanceof Node.Sequence other && sameItems(list.items(), other.items());
      case Node.Mapping map ->
          right instanceof Node.Mapping other
              && map.entries().size() == other.entries().size()
              && map.entries().stream()
                  .allMatch(it ->
                      other.get(it.key()).filter(value -> same(it.value(), value)).isPresent());
    };
  }

  private static boolean sameItems(List<Node> left, List<Node> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = same(left.get(i), right.get(i));
    }
    return same;
  }
}
