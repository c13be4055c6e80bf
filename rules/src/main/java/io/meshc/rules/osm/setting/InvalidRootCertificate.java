package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.config.MeshRootCertificate;
import io.meshc.dialect.osm.config.SecretRef;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// A MeshRootCertificate has empty fields, or is the second active one. Page, examples, tests: InvalidRootCertificate.md, beside this file.
public final class InvalidRootCertificate implements ResourceRule<MeshRootCertificate> {
  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0604", "invalid-root-certificate", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<MeshRootCertificate> reads() {
    return MeshRootCertificate.class;
  }

  @Override
  public Stream<Finding> check(MeshRootCertificate root, Checked input) {
    Stream<Finding> empty =
        texts(root)
            .filter(it -> it.value().isEmpty())
            .map(it ->
                at(it.origin(), root.meta().id(), "field `" + it.origin().path() + "` is empty"));
    Stream<Finding> second =
        active(root, input).stream()
            .map(it ->
                at(
                        root.role().orElseThrow().origin(),
                        root.meta().id(),
                        "`" + it.meta().name() + "` is active already")
                    .because(it.role().orElseThrow().origin(), "here")
                    .help("rotate: the new one is `passive` until the old one is"));
    return Stream.concat(empty, second);
  }

  private static Optional<MeshRootCertificate> active(MeshRootCertificate root, Checked input) {
    return !root.is("active")
        ? Optional.empty()
        : input.resources(MeshRootCertificate.class).stream()
            .filter(it -> it.is("active") && it.meta().id().compareTo(root.meta().id()) < 0)
            .findFirst();
  }

  private static Stream<At<String>> texts(MeshRootCertificate root) {
    Stream<Optional<At<String>>> own = Stream.of(root.trustDomain());
    Stream<Optional<At<String>>> issuer =
        root.provider().flatMap(MeshRootCertificate.Provider::certManager).stream()
            .flatMap(it -> Stream.of(it.issuerName(), it.issuerKind(), it.issuerGroup()));
    Stream<Optional<At<String>>> vault =
        root.provider().flatMap(MeshRootCertificate.Provider::vault).stream()
            .flatMap(it ->
                Stream.concat(
                    Stream.of(it.host(), it.role(), it.protocol()),
                    it.token().stream().flatMap(InvalidRootCertificate::secret)));
    Stream<Optional<At<String>>> tresor =
        root.provider().flatMap(MeshRootCertificate.Provider::tresor).stream()
            .flatMap(it -> it.ca().stream().flatMap(InvalidRootCertificate::secret));
    return Stream.of(own, issuer, vault, tresor).flatMap(it -> it).flatMap(Optional::stream);
  }

  private static Stream<Optional<At<String>>> secret(SecretRef secret) {
    return Stream.of(secret.name(), secret.namespace(), secret.key());
  }
}
