package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ClusterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.FilterChainMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.FilterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ListenerMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.Patch;
import io.meshc.dialect.istio.proxy.ConfigPatch.PatchMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ProxyMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.RouteConfigurationMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.RouteMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.SubFilterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.VirtualHostMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.WaypointMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.WaypointRoute;
import io.meshc.yaml.Node;

/// [ConfigPatch] → node.
public final class RenderConfigPatch {
  private RenderConfigPatch() {}

  public static Node.Mapping render(ConfigPatch it) {
    return new Branch()
        .text("applyTo", it.applyTo())
        .object("match", it.match(), RenderConfigPatch::patchMatch)
        .object("patch", it.patch(), RenderConfigPatch::patch)
        .node();
  }

  private static Node.Mapping patchMatch(PatchMatch it) {
    return new Branch()
        .text("context", it.context())
        .object("proxy", it.proxy(), RenderConfigPatch::proxyMatch)
        .object("listener", it.listener(), RenderConfigPatch::listenerMatch)
        .object(
            "routeConfiguration",
            it.routeConfiguration(),
            RenderConfigPatch::routeConfigurationMatch)
        .object("cluster", it.cluster(), RenderConfigPatch::clusterMatch)
        .object("waypoint", it.waypoint(), RenderConfigPatch::waypointMatch)
        .node();
  }

  private static Node.Mapping proxyMatch(ProxyMatch it) {
    return new Branch()
        .text("proxyVersion", it.proxyVersion())
        .texts("metadata", it.metadata())
        .node();
  }

  private static Node.Mapping listenerMatch(ListenerMatch it) {
    return new Branch()
        .number("portNumber", it.portNumber())
        .text("portName", it.portName())
        .object("filterChain", it.filterChain(), RenderConfigPatch::filterChainMatch)
        .text("listenerFilter", it.listenerFilter())
        .text("name", it.name())
        .node();
  }

  private static Node.Mapping filterChainMatch(FilterChainMatch it) {
    return new Branch()
        .text("name", it.name())
        .text("sni", it.sni())
        .text("transportProtocol", it.transportProtocol())
        .text("applicationProtocols", it.applicationProtocols())
        .object("filter", it.filter(), RenderConfigPatch::filterMatch)
        .number("destinationPort", it.destinationPort())
        .node();
  }

  private static Node.Mapping filterMatch(FilterMatch it) {
    return new Branch()
        .text("name", it.name())
        .object("subFilter", it.subFilter(), RenderConfigPatch::subFilterMatch)
        .node();
  }

  private static Node.Mapping subFilterMatch(SubFilterMatch it) {
    return new Branch().text("name", it.name()).node();
  }

  private static Node.Mapping routeConfigurationMatch(RouteConfigurationMatch it) {
    return new Branch()
        .number("portNumber", it.portNumber())
        .text("portName", it.portName())
        .text("gateway", it.gateway())
        .object("vhost", it.vhost(), RenderConfigPatch::virtualHostMatch)
        .text("name", it.name())
        .node();
  }

  private static Node.Mapping virtualHostMatch(VirtualHostMatch it) {
    return new Branch()
        .text("name", it.name())
        .text("domainName", it.domainName())
        .object("route", it.route(), RenderConfigPatch::routeMatch)
        .node();
  }

  private static Node.Mapping routeMatch(RouteMatch it) {
    return new Branch().text("name", it.name()).text("action", it.action()).node();
  }

  private static Node.Mapping clusterMatch(ClusterMatch it) {
    return new Branch()
        .number("portNumber", it.portNumber())
        .text("service", it.service())
        .text("subset", it.subset())
        .text("name", it.name())
        .node();
  }

  private static Node.Mapping waypointMatch(WaypointMatch it) {
    return new Branch()
        .number("portNumber", it.portNumber())
        .object("filter", it.filter(), RenderConfigPatch::filterMatch)
        .object("route", it.route(), RenderConfigPatch::waypointRoute)
        .node();
  }

  private static Node.Mapping waypointRoute(WaypointRoute it) {
    return new Branch().text("name", it.name()).node();
  }

  private static Node.Mapping patch(Patch it) {
    return new Branch()
        .text("operation", it.operation())
        .value("value", it.value())
        .text("filterClass", it.filterClass())
        .node();
  }
}
