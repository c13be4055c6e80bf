package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HeaderOperations;
import io.meshc.dialect.istio.routing.VirtualService.Headers;
import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.dialect.istio.routing.VirtualService.TlsMatch;
import io.meshc.dialect.istio.routing.VirtualService.TlsRoute;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a VirtualService → record.
public final class ParseVirtualService {
  private ParseVirtualService() {}

  public static VirtualService parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new VirtualService(
          meta, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
    Fields fields = spec.get();
    var result =
        new VirtualService(
            meta,
            fields.strings("hosts"),
            fields.strings("gateways"),
            fields.objects("http").stream()
                .map(it -> ParseHttpRoute.httpRoute(it, problems))
                .toList(),
            fields.objects("tls").stream().map(ParseVirtualService::tlsRoute).toList(),
            fields.objects("tcp").stream().map(ParseVirtualService::tcpRoute).toList(),
            fields.strings("exportTo"));
    fields.done();
    return result;
  }

  private static TlsRoute tlsRoute(Fields fields) {
    var result =
        new TlsRoute(
            fields.objects("match").stream().map(ParseVirtualService::tlsMatch).toList(),
            fields.objects("route").stream().map(ParseVirtualService::routeDestination).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static TlsMatch tlsMatch(Fields fields) {
    var result =
        new TlsMatch(
            fields.strings("sniHosts"),
            fields.strings("destinationSubnets"),
            fields.whole("port"),
            fields.stringMap("sourceLabels"),
            fields.strings("gateways"),
            fields.string("sourceNamespace"),
            fields.origin());
    fields.done();
    return result;
  }

  private static TcpRoute tcpRoute(Fields fields) {
    var result =
        new TcpRoute(
            fields.objects("match").stream().map(ParseVirtualService::tcpMatch).toList(),
            fields.objects("route").stream().map(ParseVirtualService::routeDestination).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static TcpMatch tcpMatch(Fields fields) {
    var result =
        new TcpMatch(
            fields.strings("destinationSubnets"),
            fields.whole("port"),
            fields.string("sourceSubnet"),
            fields.stringMap("sourceLabels"),
            fields.strings("gateways"),
            fields.string("sourceNamespace"),
            fields.origin());
    fields.done();
    return result;
  }

  static RouteDestination routeDestination(Fields fields) {
    var result =
        new RouteDestination(
            fields.object("destination").map(ParseVirtualService::destination),
            fields.whole("weight"),
            fields.object("headers").map(ParseVirtualService::headers),
            fields.origin());
    fields.done();
    return result;
  }

  public static Destination destination(Fields fields) {
    var result =
        new Destination(
            fields.string("host"),
            fields.string("subset"),
            fields.object("port").map(ParseVirtualService::portSelector),
            fields.origin());
    fields.done();
    return result;
  }

  static PortSelector portSelector(Fields fields) {
    var result = new PortSelector(fields.whole("number"), fields.origin());
    fields.done();
    return result;
  }

  static Headers headers(Fields fields) {
    var result =
        new Headers(
            fields.object("request").map(ParseVirtualService::headerOperations),
            fields.object("response").map(ParseVirtualService::headerOperations),
            fields.origin());
    fields.done();
    return result;
  }

  private static HeaderOperations headerOperations(Fields fields) {
    var result =
        new HeaderOperations(
            fields.stringMap("set"),
            fields.stringMap("add"),
            fields.strings("remove"),
            fields.origin());
    fields.done();
    return result;
  }
}
