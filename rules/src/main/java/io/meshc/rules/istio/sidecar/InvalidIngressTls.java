package io.meshc.rules.istio.sidecar;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// TLS of an ingress listener is that of a gateway. Page, examples, tests: InvalidIngressTls.md, beside this file.
public final class InvalidIngressTls implements ResourceRule<Sidecar> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0223", "invalid-ingress-tls", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<Sidecar> reads() {
    return Sidecar.class;
  }

  @Override
  public Stream<Finding> check(Sidecar it, Checked input) {
    var found = new Findings(this, it);
    for (Sidecar.Ingress listener : it.ingress()) {
      if (listener.tls().isEmpty()) {
        continue;
      }
      Gateway.ServerTls tls = listener.tls().get();
      if (!tls.subjectAltNames().isEmpty()) {
        found.say(
            tls.subjectAltNames().getFirst().origin(),
            "`subjectAltNames` is not supported at a Sidecar");
      }
      if (Written.flag(tls.httpsRedirect())) {
        found.say(
            tls.httpsRedirect().get().origin(), "`httpsRedirect` is not supported at a Sidecar");
      }
      if (Written.says(tls.credentialName())) {
        found.say(
            tls.credentialName().get().origin(), "`credentialName` is not supported at a Sidecar");
      }
      if (!tls.credentialNames().isEmpty()) {
        found.say(
            tls.credentialNames().getFirst().origin(),
            "`credentialNames` is not supported at a Sidecar");
      }
      if (!tls.tlsCertificates().isEmpty()) {
        found.say(
            tls.tlsCertificates().getFirst().origin(),
            "`tlsCertificates` is not supported at a Sidecar");
      }
      if (Written.is(tls.mode(), Gateway.TlsMode.ISTIO_MUTUAL)
          || Written.is(tls.mode(), Gateway.TlsMode.AUTO_PASSTHROUGH)) {
        found.say(
            tls.mode().get().origin(),
            "mode `" + tls.mode().get().value() + "` is not supported at a Sidecar");
      }
      String protocol = listener.port().map(port -> Written.text(port.protocol())).orElse("");
      if (!PortText.isTls(protocol)) {
        found.say(
            tls.origin(), "the listener ends TLS, and its protocol is neither `HTTPS` nor `TLS`");
      }
    }
    return found.stream();
  }
}
