package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.model.match.AddressBlock;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A source of an IngressBackend is of no known kind, or lacks what its kind needs. Page, examples, tests: InvalidIngressSource.md, beside this file.
public final class InvalidIngressSource implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0601", "invalid-ingress-source", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    return ingress.sources().stream()
        .flatMap(source ->
            mistake(source).map(it -> at(place(source), ingress.meta().id(), it)).stream());
  }

  private static Origin place(Subject source) {
    return source.is(IngressBackend.RANGE)
        ? source.name().map(At::origin).orElse(source.origin())
        : source.kind().map(At::origin).orElse(source.origin());
  }

  private static Optional<String> mistake(Subject source) {
    String kind = source.kind().map(At::value).orElse("");
    String name = source.name().map(At::value).orElse("");
    return switch (kind) {
      case IngressBackend.SERVICE ->
          name.isEmpty() || source.namespace().map(At::value).orElse("").isEmpty()
              ? Optional.of("a source of kind `Service` has a name and a namespace")
              : Optional.empty();
      case IngressBackend.PRINCIPAL ->
          name.isEmpty()
              ? Optional.of("a source of kind `AuthenticatedPrincipal` has a name")
              : Optional.empty();
      case IngressBackend.RANGE ->
          name.indexOf('/') < 0 || AddressBlock.of(name).isEmpty()
              ? Optional.of("`" + name + "` is no range of addresses")
              : Optional.empty();
      default -> Optional.of("`" + kind + "` is no kind of source");
    };
  }
}
