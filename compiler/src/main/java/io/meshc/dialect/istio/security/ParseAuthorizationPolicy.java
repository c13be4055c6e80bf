package io.meshc.dialect.istio.security;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Action;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.From;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Provider;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.dialect.istio.security.AuthorizationPolicy.To;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of an AuthorizationPolicy → record.
public final class ParseAuthorizationPolicy {
  private ParseAuthorizationPolicy() {}

  public static AuthorizationPolicy parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new AuthorizationPolicy(
          meta,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }
    Fields fields = spec.get();
    var action = Choice.of(fields, "action", Action.class, problems);
    var result =
        new AuthorizationPolicy(
            meta,
            fields.object("selector").map(ReadTargets::workloadSelector),
            fields.object("targetRef").map(ReadTargets::targetRef),
            fields.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            action,
            fields.object("provider").map(ParseAuthorizationPolicy::provider),
            fields.objects("rules").stream().map(ParseAuthorizationPolicy::rule).toList(),
            Gap.unread(fields, "action", action));
    fields.done();
    return result;
  }

  private static Provider provider(Fields fields) {
    var result = new Provider(fields.string("name"), fields.origin());
    fields.done();
    return result;
  }

  private static Rule rule(Fields fields) {
    var result =
        new Rule(
            fields.objects("from").stream().map(ParseAuthorizationPolicy::from).toList(),
            fields.objects("to").stream().map(ParseAuthorizationPolicy::to).toList(),
            fields.objects("when").stream().map(ParseAuthorizationPolicy::condition).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static From from(Fields fields) {
    var result =
        new From(fields.object("source").map(ParseAuthorizationPolicy::source), fields.origin());
    fields.done();
    return result;
  }

  private static To to(Fields fields) {
    var result =
        new To(
            fields.object("operation").map(ParseAuthorizationPolicy::operation), fields.origin());
    fields.done();
    return result;
  }

  private static Source source(Fields fields) {
    var result =
        new Source(
            fields.strings("principals"),
            fields.strings("notPrincipals"),
            fields.strings("requestPrincipals"),
            fields.strings("notRequestPrincipals"),
            fields.strings("namespaces"),
            fields.strings("notNamespaces"),
            fields.strings("serviceAccounts"),
            fields.strings("notServiceAccounts"),
            fields.strings("trustDomains"),
            fields.strings("notTrustDomains"),
            fields.strings("ipBlocks"),
            fields.strings("notIpBlocks"),
            fields.strings("remoteIpBlocks"),
            fields.strings("notRemoteIpBlocks"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Operation operation(Fields fields) {
    var result =
        new Operation(
            fields.strings("hosts"),
            fields.strings("notHosts"),
            fields.strings("ports"),
            fields.strings("notPorts"),
            fields.strings("methods"),
            fields.strings("notMethods"),
            fields.strings("paths"),
            fields.strings("notPaths"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Condition condition(Fields fields) {
    var result =
        new Condition(
            fields.string("key"),
            fields.strings("values"),
            fields.strings("notValues"),
            fields.origin());
    fields.done();
    return result;
  }
}
