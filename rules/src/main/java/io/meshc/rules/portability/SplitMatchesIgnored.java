package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.rules.linkerd.Linkerd;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A split that is meant for some requests takes all of them. Page, examples, tests: SplitMatchesIgnored.md, beside this file.
public final class SplitMatchesIgnored implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC4004", "split-matches-ignored", Category.PORTABILITY, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    Stream<Finding> byMesh =
        reader(input).stream()
            .flatMap(reader ->
                input.resources(TrafficSplit.class).stream()
                    .filter(it -> !it.matches().isEmpty())
                    .map(it ->
                        said(it, it.matches().getFirst().origin(), reader + " drops `matches`")));
    Stream<Finding> byVersion =
        input.problems(Problem.Kind.UNKNOWN_FIELD).stream()
            .flatMap(it -> dropped(it, input).stream());
    return Stream.concat(byMesh, byVersion);
  }

  /// Who reads the splits and knows no version that has `matches`.
  private static Optional<String> reader(Checked input) {
    return OpenServiceMesh.shown(input).isPresent()
        ? Optional.of("Open Service Mesh")
        : Linkerd.alone(input).map(_ -> "linkerd-smi");
  }

  /// A version of TrafficSplit that has no such field.
  private Optional<Finding> dropped(Problem unread, Checked input) {
    return unread
        .resource()
        .filter(_ -> unread.origin().path().equals("spec.matches"))
        .filter(it -> it.group().equals(SmiGroups.SPLIT))
        .flatMap(it -> input.resource(it, TrafficSplit.class))
        .map(it -> said(it, unread.origin(), it.meta().version() + " has no `matches`"));
  }

  private Finding said(TrafficSplit split, Origin origin, String why) {
    String root = split.service().map(At::value).orElse("");
    return at(origin, split.meta().id(), "%s: all traffic of `%s` is split".formatted(why, root))
        .help("leave `matches` out if that is meant");
  }
}
