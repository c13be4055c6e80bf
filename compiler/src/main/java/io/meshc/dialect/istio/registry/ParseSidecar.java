package io.meshc.dialect.istio.registry;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.registry.Sidecar.Capture;
import io.meshc.dialect.istio.registry.Sidecar.Egress;
import io.meshc.dialect.istio.registry.Sidecar.EgressProxy;
import io.meshc.dialect.istio.registry.Sidecar.Ingress;
import io.meshc.dialect.istio.registry.Sidecar.Outbound;
import io.meshc.dialect.istio.registry.Sidecar.OutboundTrafficPolicy;
import io.meshc.dialect.istio.registry.Sidecar.PortNumber;
import io.meshc.dialect.istio.routing.ParseConnectionPool;
import io.meshc.dialect.istio.routing.ParseGateway;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a Sidecar → record.
public final class ParseSidecar {
  private ParseSidecar() {}

  public static Sidecar parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new Sidecar(
            meta,
            spec.object("workloadSelector").map(ReadWorkloadSelector::read),
            spec.objects("ingress").stream().map(it -> ingress(it, problems)).toList(),
            spec.objects("egress").stream().map(it -> egress(it, problems)).toList(),
            spec.object("inboundConnectionPool")
                .map(it -> ParseConnectionPool.connectionPool(it, problems)),
            spec.object("outboundTrafficPolicy").map(it -> outboundTrafficPolicy(it, problems)),
            spec.origin());
    spec.done();
    return result;
  }

  private static Ingress ingress(Fields fields, List<Problem> problems) {
    var result =
        new Ingress(
            fields.object("port").map(ParseGateway::port),
            fields.string("bind"),
            Choice.of(fields, "captureMode", Capture.class, problems),
            fields.string("defaultEndpoint"),
            fields
                .object("connectionPool")
                .map(it -> ParseConnectionPool.connectionPool(it, problems)),
            fields.object("tls").map(it -> ParseGateway.serverTls(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static Egress egress(Fields fields, List<Problem> problems) {
    var result =
        new Egress(
            fields.object("port").map(ParseGateway::port),
            fields.string("bind"),
            Choice.of(fields, "captureMode", Capture.class, problems),
            fields.strings("hosts"),
            fields.origin());
    fields.done();
    return result;
  }

  private static OutboundTrafficPolicy outboundTrafficPolicy(
      Fields fields, List<Problem> problems) {
    var result =
        new OutboundTrafficPolicy(
            Choice.of(fields, "mode", Outbound.class, problems),
            fields.object("egressProxy").map(ParseSidecar::egressProxy),
            fields.origin());
    fields.done();
    return result;
  }

  private static EgressProxy egressProxy(Fields fields) {
    var result =
        new EgressProxy(
            fields.string("host"),
            fields.string("subset"),
            fields.object("port").map(ParseSidecar::portNumber),
            fields.origin());
    fields.done();
    return result;
  }

  private static PortNumber portNumber(Fields fields) {
    var result = new PortNumber(fields.whole("number"), fields.origin());
    fields.done();
    return result;
  }
}
