package io.meshc.dialect.gateway;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.gateway.LabelSelector.Requirement;
import io.meshc.dialect.gateway.Listener.AllowedRoutes;
import io.meshc.dialect.gateway.Listener.From;
import io.meshc.dialect.gateway.Listener.ListenerTls;
import io.meshc.dialect.gateway.Listener.Mode;
import io.meshc.dialect.gateway.Listener.Namespaces;
import io.meshc.dialect.gateway.Listener.RouteKind;
import io.meshc.yaml.Fields;
import java.util.List;

/// Listeners → records.
final class ReadListener {
  private ReadListener() {}

  static List<Listener> listeners(Fields spec, List<Problem> problems) {
    return spec.objects("listeners").stream().map(it -> listener(it, problems)).toList();
  }

  private static Listener listener(Fields fields, List<Problem> problems) {
    var result =
        new Listener(
            fields.required("name", fields::string),
            fields.string("hostname"),
            fields.required("port", fields::whole),
            fields.required("protocol", fields::string),
            fields.object("tls").map(it -> tls(it, problems)),
            fields.object("allowedRoutes").map(it -> allowed(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static ListenerTls tls(Fields fields, List<Problem> problems) {
    var result =
        new ListenerTls(
            Choice.of(fields, "mode", Mode.class, problems),
            fields.objects("certificateRefs").stream().map(ReadObjectRef::anywhere).toList(),
            fields.stringMap("options"),
            fields.origin());
    fields.done();
    return result;
  }

  private static AllowedRoutes allowed(Fields fields, List<Problem> problems) {
    var result =
        new AllowedRoutes(
            fields.object("namespaces").map(it -> namespaces(it, problems)),
            fields.objects("kinds").stream().map(ReadListener::kind).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static RouteKind kind(Fields fields) {
    var result =
        new RouteKind(
            fields.string("group"), fields.required("kind", fields::string), fields.origin());
    fields.done();
    return result;
  }

  static Namespaces namespaces(Fields fields, List<Problem> problems) {
    var result =
        new Namespaces(
            Choice.of(fields, "from", From.class, problems),
            fields.object("selector").map(ReadListener::selector),
            fields.origin());
    fields.done();
    return result;
  }

  private static LabelSelector selector(Fields fields) {
    var result =
        new LabelSelector(
            fields.stringMap("matchLabels"),
            fields.objects("matchExpressions").stream().map(ReadListener::requirement).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static Requirement requirement(Fields fields) {
    var result =
        new Requirement(
            fields.required("key", fields::string),
            fields.required("operator", fields::string),
            fields.strings("values"),
            fields.origin());
    fields.done();
    return result;
  }
}
