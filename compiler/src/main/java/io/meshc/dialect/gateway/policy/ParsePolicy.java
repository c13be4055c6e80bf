package io.meshc.dialect.gateway.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.ReadObjectRef;
import io.meshc.dialect.gateway.policy.BackendObject.ExternalHostname;
import io.meshc.dialect.gateway.policy.BackendObject.Port;
import io.meshc.dialect.gateway.policy.BackendObject.Tls;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.Budget;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.Rate;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy.RetryConstraint;
import io.meshc.dialect.gateway.policy.ServerValidation.SubjectAltName;
import io.meshc.dialect.gateway.route.ReadSession;
import io.meshc.yaml.Fields;
import java.util.List;

/// BackendTLSPolicy, XBackendTrafficPolicy and XBackend → records.
public final class ParsePolicy {
  private ParsePolicy() {}

  public static BackendTlsPolicy tls(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new BackendTlsPolicy(
            meta,
            fields.objects("targetRefs").stream().map(ReadObjectRef::section).toList(),
            fields.required("validation", fields::object).map(ParsePolicy::validation),
            fields.stringMap("options"));
    fields.required("targetRefs", fields::node);
    fields.done();
    return result;
  }

  public static BackendTrafficPolicy traffic(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new BackendTrafficPolicy(
            meta,
            fields.objects("targetRefs").stream().map(ReadObjectRef::local).toList(),
            fields.object("retryConstraint").map(ParsePolicy::constraint),
            ReadSession.session(fields, problems));
    fields.required("targetRefs", fields::node);
    fields.done();
    return result;
  }

  public static BackendObject backend(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new BackendObject(
            meta,
            fields.required("type", fields::string),
            fields.object("externalHostname").map(ParsePolicy::hostname),
            fields.required("port", fields::object).map(ParsePolicy::port),
            fields.string("protocol"),
            fields.object("tls").map(ParsePolicy::backendTls));
    fields.done();
    return result;
  }

  private static Fields spec(Fields top) {
    return top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
  }

  private static ServerValidation validation(Fields fields) {
    var result =
        new ServerValidation(
            fields.objects("caCertificateRefs").stream().map(ReadObjectRef::local).toList(),
            fields.string("wellKnownCACertificates"),
            fields.required("hostname", fields::string),
            fields.objects("subjectAltNames").stream().map(ParsePolicy::name).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static SubjectAltName name(Fields fields) {
    var result =
        new SubjectAltName(
            fields.required("type", fields::string),
            fields.string("hostname"),
            fields.string("uri"),
            fields.origin());
    fields.done();
    return result;
  }

  private static RetryConstraint constraint(Fields fields) {
    var result =
        new RetryConstraint(
            fields.object("budget").map(ParsePolicy::budget),
            fields.object("minRetryRate").map(ParsePolicy::rate),
            fields.origin());
    fields.done();
    return result;
  }

  private static Budget budget(Fields fields) {
    var result = new Budget(fields.whole("percent"), fields.string("interval"), fields.origin());
    fields.done();
    return result;
  }

  private static Rate rate(Fields fields) {
    var result = new Rate(fields.whole("count"), fields.string("interval"), fields.origin());
    fields.done();
    return result;
  }

  private static ExternalHostname hostname(Fields fields) {
    var result = new ExternalHostname(fields.required("hostname", fields::string), fields.origin());
    fields.done();
    return result;
  }

  private static Port port(Fields fields) {
    var result =
        new Port(fields.string("name"), fields.required("port", fields::whole), fields.origin());
    fields.done();
    return result;
  }

  private static Tls backendTls(Fields fields) {
    var result =
        new Tls(
            fields.required("mode", fields::string),
            fields.object("validation").map(ParsePolicy::validation),
            fields.object("clientCertificateRef").map(ReadObjectRef::anywhere),
            fields.origin());
    fields.done();
    return result;
  }
}
