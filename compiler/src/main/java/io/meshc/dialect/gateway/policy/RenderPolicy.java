package io.meshc.dialect.gateway.policy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.gateway.RenderGateway;
import io.meshc.dialect.gateway.policy.BackendObject.Port;
import io.meshc.dialect.gateway.policy.BackendObject.Tls;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.Budget;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.Rate;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.RetryConstraint;
import io.meshc.dialect.gateway.policy.ServerValidation.SubjectAltName;
import io.meshc.dialect.gateway.route.RenderSession;
import io.meshc.yaml.Node;

/// BackendTLSPolicy, XBackendTrafficPolicy and XBackend → nodes.
public final class RenderPolicy {
  private RenderPolicy() {}

  public static Node.Mapping render(BackendTlsPolicy it) {
    return RenderGateway.object(
        it.meta(),
        new Branch()
            .objects("targetRefs", it.targetRefs(), RenderGateway::reference)
            .object("validation", it.validation(), RenderPolicy::validation)
            .texts("options", it.options()));
  }

  public static Node.Mapping render(BackendTrafficPolicy it) {
    return RenderGateway.object(
        it.meta(),
        new Branch()
            .objects("targetRefs", it.targetRefs(), RenderGateway::reference)
            .object("retryConstraint", it.retryConstraint(), RenderPolicy::constraint)
            .object("sessionPersistence", it.sessionPersistence(), RenderSession::session));
  }

  public static Node.Mapping render(BackendObject it) {
    return RenderGateway.object(
        it.meta(),
        new Branch()
            .text("type", it.type())
            .object(
                "externalHostname",
                it.externalHostname(),
                host -> new Branch().text("hostname", host.hostname()).node())
            .object("port", it.port(), RenderPolicy::port)
            .text("protocol", it.protocol())
            .object("tls", it.tls(), RenderPolicy::tls));
  }

  private static Node.Mapping validation(ServerValidation it) {
    return new Branch()
        .objects("caCertificateRefs", it.caCertificateRefs(), RenderGateway::reference)
        .text("wellKnownCACertificates", it.wellKnownCaCertificates())
        .text("hostname", it.hostname())
        .objects("subjectAltNames", it.subjectAltNames(), RenderPolicy::name)
        .node();
  }

  private static Node.Mapping name(SubjectAltName it) {
    return new Branch()
        .text("type", it.type())
        .text("hostname", it.hostname())
        .text("uri", it.uri())
        .node();
  }

  private static Node.Mapping constraint(RetryConstraint it) {
    return new Branch()
        .object("budget", it.budget(), RenderPolicy::budget)
        .object("minRetryRate", it.minRetryRate(), RenderPolicy::rate)
        .node();
  }

  private static Node.Mapping budget(Budget it) {
    return new Branch().number("percent", it.percent()).text("interval", it.interval()).node();
  }

  private static Node.Mapping rate(Rate it) {
    return new Branch().number("count", it.count()).text("interval", it.interval()).node();
  }

  private static Node.Mapping port(Port it) {
    return new Branch().text("name", it.name()).number("port", it.port()).node();
  }

  private static Node.Mapping tls(Tls it) {
    return new Branch()
        .text("mode", it.mode())
        .object("validation", it.validation(), RenderPolicy::validation)
        .object("clientCertificateRef", it.clientCertificateRef(), RenderGateway::reference)
        .node();
  }
}
