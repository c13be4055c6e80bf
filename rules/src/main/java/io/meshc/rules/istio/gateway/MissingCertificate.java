package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A listener that ends TLS has no certificate. Page, examples, tests: MissingCertificate.md, beside this file.
public final class MissingCertificate implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0117", "missing-certificate", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(Gateway.class, Sidecar.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    for (Gateway.ServerTls tls : ListenerTls.of(it)) {
      if (Written.says(tls.credentialName()) || !tls.credentialNames().isEmpty()) {
        continue;
      }
      boolean simple = Written.is(tls.mode(), Gateway.TlsMode.SIMPLE);
      boolean mutual =
          Written.is(tls.mode(), Gateway.TlsMode.MUTUAL)
              || Written.is(tls.mode(), Gateway.TlsMode.OPTIONAL_MUTUAL);
      if (!simple && !mutual) {
        continue;
      }
      String mode = tls.mode().get().value().name();
      if (tls.tlsCertificates().isEmpty()) {
        pair(mode, tls.serverCertificate(), tls.privateKey(), tls.origin(), found);
      }
      for (Gateway.Certificate certificate : tls.tlsCertificates()) {
        pair(
            mode,
            certificate.serverCertificate(),
            certificate.privateKey(),
            certificate.origin(),
            found);
      }
      if (mutual && !Written.says(tls.caCertificates())) {
        found.say(tls.origin(), "mode `" + mode + "` has no `caCertificates` to check clients by");
      }
    }
    return found.stream();
  }

  private static void pair(
      String mode,
      Optional<At<String>> certificate,
      Optional<At<String>> key,
      Origin place,
      Findings found) {
    if (!Written.says(certificate)) {
      found.say(place, "mode `" + mode + "` has no `serverCertificate`");
    }
    if (!Written.says(key)) {
      found.say(place, "mode `" + mode + "` has no `privateKey`");
    }
  }
}
