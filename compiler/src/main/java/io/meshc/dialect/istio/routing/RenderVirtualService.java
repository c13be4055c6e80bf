package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HeaderOperations;
import io.meshc.dialect.istio.routing.VirtualService.Headers;
import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.dialect.istio.routing.VirtualService.TlsMatch;
import io.meshc.dialect.istio.routing.VirtualService.TlsRoute;
import io.meshc.yaml.Node;

/// VirtualService → node, in version v1.
public final class RenderVirtualService {
  private RenderVirtualService() {}

  public static Node.Mapping render(VirtualService it) {
    Node.Mapping spec =
        new Branch()
            .texts("hosts", it.hosts())
            .texts("gateways", it.gateways())
            .objects("http", it.http(), RenderHttpRoute::httpRoute)
            .objects("tls", it.tls(), RenderVirtualService::tlsRoute)
            .objects("tcp", it.tcp(), RenderVirtualService::tcpRoute)
            .texts("exportTo", it.exportTo())
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping tlsRoute(TlsRoute it) {
    return new Branch()
        .objects("match", it.match(), RenderVirtualService::tlsMatch)
        .objects("route", it.route(), RenderVirtualService::routeDestination)
        .node();
  }

  private static Node.Mapping tlsMatch(TlsMatch it) {
    return new Branch()
        .texts("sniHosts", it.sniHosts())
        .texts("destinationSubnets", it.destinationSubnets())
        .number("port", it.port())
        .texts("sourceLabels", it.sourceLabels())
        .texts("gateways", it.gateways())
        .text("sourceNamespace", it.sourceNamespace())
        .node();
  }

  private static Node.Mapping tcpRoute(TcpRoute it) {
    return new Branch()
        .objects("match", it.match(), RenderVirtualService::tcpMatch)
        .objects("route", it.route(), RenderVirtualService::routeDestination)
        .node();
  }

  private static Node.Mapping tcpMatch(TcpMatch it) {
    return new Branch()
        .texts("destinationSubnets", it.destinationSubnets())
        .number("port", it.port())
        .text("sourceSubnet", it.sourceSubnet())
        .texts("sourceLabels", it.sourceLabels())
        .texts("gateways", it.gateways())
        .text("sourceNamespace", it.sourceNamespace())
        .node();
  }

  static Node.Mapping routeDestination(RouteDestination it) {
    return new Branch()
        .object("destination", it.destination(), RenderVirtualService::destination)
        .number("weight", it.weight())
        .object("headers", it.headers(), RenderVirtualService::headers)
        .node();
  }

  public static Node.Mapping destination(Destination it) {
    return new Branch()
        .text("host", it.host())
        .text("subset", it.subset())
        .object("port", it.port(), RenderVirtualService::portSelector)
        .node();
  }

  static Node.Mapping portSelector(PortSelector it) {
    return new Branch().number("number", it.number()).node();
  }

  static Node.Mapping headers(Headers it) {
    return new Branch()
        .object("request", it.request(), RenderVirtualService::headerOperations)
        .object("response", it.response(), RenderVirtualService::headerOperations)
        .node();
  }

  private static Node.Mapping headerOperations(HeaderOperations it) {
    return new Branch()
        .texts("set", it.set())
        .texts("add", it.add())
        .texts("remove", it.remove())
        .node();
  }
}
