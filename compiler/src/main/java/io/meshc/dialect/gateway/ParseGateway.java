package io.meshc.dialect.gateway;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.ClassObject.Parameters;
import io.meshc.dialect.gateway.Gateway.Address;
import io.meshc.dialect.gateway.Gateway.AllowedListeners;
import io.meshc.dialect.gateway.Gateway.BackendTls;
import io.meshc.dialect.gateway.Gateway.Frontend;
import io.meshc.dialect.gateway.Gateway.FrontendTls;
import io.meshc.dialect.gateway.Gateway.Infrastructure;
import io.meshc.dialect.gateway.Gateway.PortTls;
import io.meshc.dialect.gateway.Gateway.Tls;
import io.meshc.dialect.gateway.Gateway.Validation;
import io.meshc.dialect.gateway.route.Route.DefaultScope;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// Gateway, ListenerSet and the classes → records.
public final class ParseGateway {
  private ParseGateway() {}

  public static Gateway parse(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new Gateway(
            meta,
            fields.required("gatewayClassName", fields::string),
            ReadListener.listeners(fields, problems),
            fields.objects("addresses").stream().map(ParseGateway::address).toList(),
            fields.object("infrastructure").map(ParseGateway::infrastructure),
            fields.object("allowedListeners").map(it -> allowed(it, problems)),
            fields.object("tls").map(ParseGateway::tls),
            Choice.of(fields, "defaultScope", DefaultScope.class, problems));
    fields.required("listeners", fields::node);
    fields.done();
    return result;
  }

  public static ListenerSet set(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new ListenerSet(
            meta,
            fields.required("parentRef", fields::object).map(ReadObjectRef::anywhere),
            ReadListener.listeners(fields, problems));
    fields.required("listeners", fields::node);
    fields.done();
    return result;
  }

  public static ClassObject classObject(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = spec(top);
    var result =
        new ClassObject(
            meta,
            fields.required("controllerName", fields::string),
            fields.object("parametersRef").map(it -> parameters(it, true)),
            fields.string("description"));
    fields.done();
    return result;
  }

  /// The fields of `spec`; nothing where it is missing, and so said.
  static Fields spec(Fields top) {
    return top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
  }

  private static Parameters parameters(Fields fields, boolean anywhere) {
    var result =
        new Parameters(
            fields.required("group", fields::string),
            fields.required("kind", fields::string),
            fields.required("name", fields::string),
            anywhere ? fields.string("namespace") : Optional.empty(),
            fields.origin());
    fields.done();
    return result;
  }

  private static Address address(Fields fields) {
    var result = new Address(fields.string("type"), fields.string("value"), fields.origin());
    fields.done();
    return result;
  }

  private static Infrastructure infrastructure(Fields fields) {
    var result =
        new Infrastructure(
            fields.stringMap("labels"),
            fields.stringMap("annotations"),
            fields.object("parametersRef").map(it -> parameters(it, false)),
            fields.origin());
    fields.done();
    return result;
  }

  private static AllowedListeners allowed(Fields fields, List<Problem> problems) {
    var result =
        new AllowedListeners(
            fields.object("namespaces").map(it -> ReadListener.namespaces(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static Tls tls(Fields fields) {
    var result =
        new Tls(
            fields.object("backend").map(ParseGateway::backend),
            fields.object("frontend").map(ParseGateway::frontend),
            fields.origin());
    fields.done();
    return result;
  }

  private static BackendTls backend(Fields fields) {
    var result =
        new BackendTls(
            fields.object("clientCertificateRef").map(ReadObjectRef::anywhere), fields.origin());
    fields.done();
    return result;
  }

  private static Frontend frontend(Fields fields) {
    var result =
        new Frontend(
            fields.required("default", fields::object).map(ParseGateway::frontendTls),
            fields.objects("perPort").stream().map(ParseGateway::port).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static PortTls port(Fields fields) {
    var result =
        new PortTls(
            fields.required("port", fields::whole),
            fields.required("tls", fields::object).map(ParseGateway::frontendTls),
            fields.origin());
    fields.done();
    return result;
  }

  private static FrontendTls frontendTls(Fields fields) {
    var result =
        new FrontendTls(fields.object("validation").map(ParseGateway::validation), fields.origin());
    fields.done();
    return result;
  }

  private static Validation validation(Fields fields) {
    var result =
        new Validation(
            fields.objects("caCertificateRefs").stream().map(ReadObjectRef::anywhere).toList(),
            fields.string("mode"),
            fields.origin());
    fields.required("caCertificateRefs", fields::node);
    fields.done();
    return result;
  }
}
