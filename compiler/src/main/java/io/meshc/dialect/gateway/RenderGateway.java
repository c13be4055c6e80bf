package io.meshc.dialect.gateway;

import io.meshc.dialect.Branch;
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
import io.meshc.dialect.gateway.LabelSelector.Requirement;
import io.meshc.dialect.gateway.Listener.AllowedRoutes;
import io.meshc.dialect.gateway.Listener.ListenerTls;
import io.meshc.dialect.gateway.Listener.Namespaces;
import io.meshc.dialect.gateway.Listener.RouteKind;
import io.meshc.yaml.Node;

/// Gateways, ListenerSets, classes and ReferenceGrants → nodes, in the version that they were read in.
public final class RenderGateway {
  private RenderGateway() {}

  public static Node.Mapping render(Gateway it) {
    return object(
        it.meta(),
        new Branch()
            .text("gatewayClassName", it.gatewayClassName())
            .objects("listeners", it.listeners(), RenderGateway::listener)
            .objects("addresses", it.addresses(), RenderGateway::address)
            .object("infrastructure", it.infrastructure(), RenderGateway::infrastructure)
            .object("allowedListeners", it.allowedListeners(), RenderGateway::allowed)
            .object("tls", it.tls(), RenderGateway::tls)
            .text("defaultScope", it.defaultScope()));
  }

  public static Node.Mapping render(ListenerSet it) {
    return object(
        it.meta(),
        new Branch()
            .object("parentRef", it.parentRef(), RenderGateway::reference)
            .objects("listeners", it.listeners(), RenderGateway::listener));
  }

  public static Node.Mapping render(ClassObject it) {
    return object(
        it.meta(),
        new Branch()
            .text("controllerName", it.controllerName())
            .object("parametersRef", it.parametersRef(), RenderGateway::parameters)
            .text("description", it.description()));
  }

  public static Node.Mapping render(ReferenceGrant it) {
    return object(
        it.meta(),
        new Branch()
            .objects("from", it.from(), RenderGateway::from)
            .objects("to", it.to(), RenderGateway::to));
  }

  /// What stands around `spec`.
  public static Node.Mapping object(Meta meta, Branch spec) {
    return Branch.object(meta.id().group() + "/" + meta.version(), meta, spec.node());
  }

  public static Node.Mapping reference(ObjectRef it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .text("sectionName", it.sectionName())
        .node();
  }

  private static Node.Mapping from(ReferenceGrant.From it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("namespace", it.namespace())
        .node();
  }

  private static Node.Mapping to(ReferenceGrant.To it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .node();
  }

  private static Node.Mapping parameters(Parameters it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .node();
  }

  private static Node.Mapping listener(Listener it) {
    return new Branch()
        .text("name", it.name())
        .text("hostname", it.hostname())
        .number("port", it.port())
        .text("protocol", it.protocol())
        .object("tls", it.tls(), RenderGateway::listenerTls)
        .object("allowedRoutes", it.allowedRoutes(), RenderGateway::allowedRoutes)
        .node();
  }

  private static Node.Mapping listenerTls(ListenerTls it) {
    return new Branch()
        .text("mode", it.mode())
        .objects("certificateRefs", it.certificateRefs(), RenderGateway::reference)
        .texts("options", it.options())
        .node();
  }

  private static Node.Mapping allowedRoutes(AllowedRoutes it) {
    return new Branch()
        .object("namespaces", it.namespaces(), RenderGateway::namespaces)
        .objects("kinds", it.kinds(), RenderGateway::kind)
        .node();
  }

  private static Node.Mapping kind(RouteKind it) {
    return new Branch().text("group", it.group()).text("kind", it.kind()).node();
  }

  private static Node.Mapping namespaces(Namespaces it) {
    return new Branch()
        .text("from", it.from())
        .object("selector", it.selector(), RenderGateway::selector)
        .node();
  }

  private static Node.Mapping selector(LabelSelector it) {
    return new Branch()
        .texts("matchLabels", it.matchLabels())
        .objects("matchExpressions", it.matchExpressions(), RenderGateway::requirement)
        .node();
  }

  private static Node.Mapping requirement(Requirement it) {
    return new Branch()
        .text("key", it.key())
        .text("operator", it.operator())
        .texts("values", it.values())
        .node();
  }

  private static Node.Mapping address(Address it) {
    return new Branch().text("type", it.type()).text("value", it.value()).node();
  }

  private static Node.Mapping infrastructure(Infrastructure it) {
    return new Branch()
        .texts("labels", it.labels())
        .texts("annotations", it.annotations())
        .object("parametersRef", it.parametersRef(), RenderGateway::parameters)
        .node();
  }

  private static Node.Mapping allowed(AllowedListeners it) {
    return new Branch().object("namespaces", it.namespaces(), RenderGateway::namespaces).node();
  }

  private static Node.Mapping tls(Tls it) {
    return new Branch()
        .object("backend", it.backend(), RenderGateway::backend)
        .object("frontend", it.frontend(), RenderGateway::frontend)
        .node();
  }

  private static Node.Mapping backend(BackendTls it) {
    return new Branch()
        .object("clientCertificateRef", it.clientCertificateRef(), RenderGateway::reference)
        .node();
  }

  private static Node.Mapping frontend(Frontend it) {
    return new Branch()
        .object("default", it.defaults(), RenderGateway::frontendTls)
        .objects("perPort", it.perPort(), RenderGateway::port)
        .node();
  }

  private static Node.Mapping port(PortTls it) {
    return new Branch()
        .number("port", it.port())
        .object("tls", it.tls(), RenderGateway::frontendTls)
        .node();
  }

  private static Node.Mapping frontendTls(FrontendTls it) {
    return new Branch().object("validation", it.validation(), RenderGateway::validation).node();
  }

  private static Node.Mapping validation(Validation it) {
    return new Branch()
        .objects("caCertificateRefs", it.caCertificateRefs(), RenderGateway::reference)
        .text("mode", it.mode())
        .node();
  }
}
