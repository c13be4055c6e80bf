package io.meshc.rules.istio.gateway;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.Sidecar;
import io.meshc.dialect.istio.routing.Gateway;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A listener names its certificates in several ways, or where its mode needs none. Page, examples, tests: SeveralCertificates.md, beside this file.
public final class SeveralCertificates implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0116", "several-certificates", Category.INVALID, Severity.ERROR, "0.1")
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
      if (Written.is(tls.mode(), Gateway.TlsMode.ISTIO_MUTUAL)) {
        for (Origin place : ListenerTls.certificates(tls)) {
          found.say(
              place, "mode `ISTIO_MUTUAL` has the mesh's own certificates, and takes no others");
        }
        continue;
      }
      sources(tls, found);
      revocations(tls, found);
    }
    return found.stream();
  }

  private static void sources(Gateway.ServerTls tls, Findings found) {
    var sources = new ArrayList<Origin>();
    if (Written.says(tls.serverCertificate()) && Written.says(tls.privateKey())) {
      sources.add(tls.serverCertificate().get().origin());
    }
    if (Written.says(tls.credentialName())) {
      sources.add(tls.credentialName().get().origin());
    }
    if (!tls.credentialNames().isEmpty()) {
      sources.add(tls.credentialNames().getFirst().origin());
    }
    if (!tls.tlsCertificates().isEmpty()) {
      sources.add(tls.tlsCertificates().getFirst().origin());
    }
    for (Origin it : sources.subList(Math.min(1, sources.size()), sources.size())) {
      found.say(
          it,
          "the certificates of the listener are named in another way too",
          sources.getFirst(),
          "the other one");
    }
  }

  private static void revocations(Gateway.ServerTls tls, Findings found) {
    boolean named = Written.says(tls.credentialName()) || !tls.credentialNames().isEmpty();
    boolean ends =
        Written.is(tls.mode(), Gateway.TlsMode.SIMPLE)
            || Written.is(tls.mode(), Gateway.TlsMode.MUTUAL)
            || Written.is(tls.mode(), Gateway.TlsMode.OPTIONAL_MUTUAL);
    // where a Secret has it all, Istio does not look further
    if (!Written.says(tls.caCrl()) || named && ends) {
      return;
    }
    if (named) {
      found.say(
          tls.caCrl().get().origin(),
          "`caCrl` stands beside a credential, which holds its own list");
    }
    if (Written.is(tls.mode(), Gateway.TlsMode.SIMPLE)) {
      found.say(
          tls.caCrl().get().origin(),
          "`caCrl` has no client certificates to check in mode `SIMPLE`");
    }
  }
}
