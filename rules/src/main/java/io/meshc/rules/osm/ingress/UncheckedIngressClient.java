package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.IngressBackend.Tls;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An IngressBackend speaks TLS, and does not ask who its clients are. Page, examples, tests: UncheckedIngressClient.md, beside this file.
public final class UncheckedIngressClient implements ResourceRule<IngressBackend> {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC1701", "unchecked-ingress-client", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Class<IngressBackend> reads() {
    return IngressBackend.class;
  }

  @Override
  public Stream<Finding> check(IngressBackend ingress, Checked input) {
    List<Subject> principals =
        ingress.sources().stream().filter(it -> it.is(IngressBackend.PRINCIPAL)).toList();
    return ingress.backends().stream()
        .filter(it -> it.speaks("https"))
        .flatMap(it -> said(ingress, it, principals).stream());
  }

  private Optional<Finding> said(
      IngressBackend ingress, Backend backend, List<Subject> principals) {
    if (backend.skipsClientCertificates() && !principals.isEmpty()) {
      Subject first = principals.getFirst();
      return Optional.of(
          at(
                  first.origin(),
                  ingress.meta().id(),
                  "the principal is not asked for: client certificates are not looked at")
              .because(
                  backend.tls().flatMap(Tls::skipClientCertValidation).orElseThrow().origin(),
                  "because of this"));
    }
    boolean anybody = !backend.skipsClientCertificates() && principals.isEmpty();
    return anybody
        ? Optional.of(
            at(
                    backend.origin(),
                    ingress.meta().id(),
                    "any certificate of the mesh lets a client in: no source is an"
                        + " `AuthenticatedPrincipal`")
                .help("name the principal of the ingress controller in `sources`"))
        : Optional.empty();
  }
}
