package io.meshc.rules.istio.destinationrule;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.TrafficPolicy;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.stream.Stream;

/// TLS of clients has no certificate, or two ways to name it. Page, examples, tests: InvalidClientTls.md, beside this file.
public final class InvalidClientTls implements ResourceRule<DestinationRule> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0178", "invalid-client-tls", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<DestinationRule> reads() {
    return DestinationRule.class;
  }

  @Override
  public Stream<Finding> check(DestinationRule it, Checked input) {
    var found = new Findings(this, it);
    for (Policies.Policy policy : Policies.of(it)) {
      if (policy.tls().isPresent()) {
        check(policy.tls().get(), found);
        credential(policy.tls().get().credentialName(), it.meta().namespace(), found);
      }
    }
    return found.stream();
  }

  private static void check(TrafficPolicy.Tls tls, Findings found) {
    boolean simple = Written.is(tls.mode(), TrafficPolicy.Mode.SIMPLE);
    boolean mutual = Written.is(tls.mode(), TrafficPolicy.Mode.MUTUAL);
    boolean credential = Written.says(tls.credentialName());
    if (Written.flag(tls.insecureSkipVerify())
        && (simple || mutual)
        && (Written.says(tls.caCertificates())
            || !tls.subjectAltNames().isEmpty()
            || simple && credential)) {
      found.say(
          tls.insecureSkipVerify().get().origin(),
          "`insecureSkipVerify` stands beside what the server's certificate is checked by");
    }
    if (credential && (simple || mutual)) {
      if (Written.says(tls.clientCertificate())
          || Written.says(tls.privateKey())
          || Written.says(tls.caCertificates())
          || Written.says(tls.caCrl())) {
        found.say(tls.credentialName().get().origin(), "`credentialName` stands beside files");
      }
      return;
    }
    if (mutual && !Written.says(tls.clientCertificate())) {
      found.say(tls.origin(), "mode `MUTUAL` has no `clientCertificate`");
    }
    if (mutual && !Written.says(tls.privateKey())) {
      found.say(tls.origin(), "mode `MUTUAL` has no `privateKey`");
    }
  }

  /// `configmap://NAME` or `configmap://NAMESPACE/NAME`.
  private static void credential(Optional<At<String>> name, String own, Findings found) {
    String prefix = "configmap://";
    if (!Written.text(name).startsWith(prefix)) {
      return;
    }
    String[] parts = name.get().value().substring(prefix.length()).split("/", -1);
    boolean right = parts.length <= 2 && !parts[0].isEmpty() && !parts[parts.length - 1].isEmpty();
    if (!right) {
      found.say(
          name.get().origin(),
          "`" + name.get().value() + "` names no ConfigMap, as in `configmap://name`");
    } else if (parts.length == 2 && !parts[0].equals(own)) {
      found.say(
          name.get().origin(),
          "`"
              + name.get().value()
              + "` is a ConfigMap of another namespace than the rule's, `"
              + own
              + "`");
    }
  }
}
