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
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A listener names cipher suites that Envoy does not have, or none where the defaults do not serve. Page, examples, tests: UnknownCipher.md, beside this file.
public final class UnknownCipher implements KindsRule {
  /// Those of BoringSSL, without those for shared keys.
  private static final Set<String> SUITES =
      Set.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-SHA",
          "AES256-SHA",
          "DES-CBC3-SHA");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0119", "unknown-cipher", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(Gateway.class, Sidecar.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    for (Gateway.ServerTls tls : ListenerTls.of(it)) {
      boolean old =
          Written.is(tls.minProtocolVersion(), Gateway.TlsVersion.TLSV1_0)
              || Written.is(tls.minProtocolVersion(), Gateway.TlsVersion.TLSV1_1);
      if (old && tls.cipherSuites().isEmpty()) {
        found.say(
            tls.minProtocolVersion().get().origin(),
            "versions of TLS below 1.2 need cipher suites, and the defaults have none for them");
      }
      var seen = new HashSet<String>();
      for (At<String> suite : tls.cipherSuites()) {
        if (!isKnown(suite.value())) {
          found.say(
              suite.origin(), "`" + suite.value() + "` is no cipher suite of Envoy: it is ignored");
        } else if (!seen.add(suite.value())) {
          found.say(suite.origin(), "cipher suite `" + suite.value() + "` stands twice");
        }
      }
    }
    return found.stream();
  }

  /// What starts with a sign is an expression on suites, which nobody but BoringSSL can judge.
  private static boolean isKnown(String suite) {
    return suite.isEmpty()
        || suite.equals("ALL")
        || !Character.isLetterOrDigit(suite.charAt(0))
        || SUITES.contains(suite);
  }
}
