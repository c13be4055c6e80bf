package io.meshc.dialect.istio.proxy;

import io.meshc.dialect.istio.Branch;
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
        .map("match", it.match().map(RenderConfigPatch::patchMatch))
        .map("patch", it.patch().map(RenderConfigPatch::patch))
        .node();
  }

  private static Node.Mapping patchMatch(PatchMatch it) {
    return new Branch()
        .text("context", it.context())
        .map("proxy", it.proxy().map(RenderConfigPatch::proxyMatch))
        .map("listener", it.listener().map(RenderConfigPatch::listenerMatch))
        .map(
            "routeConfiguration",
            it.routeConfiguration().map(RenderConfigPatch::routeConfigurationMatch))
        .map("cluster", it.cluster().map(RenderConfigPatch::clusterMatch))
        .map("waypoint", it.waypoint().map(RenderConfigPatch::waypointMatch))
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
        .map("filterChain", it.filterChain().map(RenderConfigPatch::filterChainMatch))
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
        .map("filter", it.filter().map(RenderConfigPatch::filterMatch))
        .number("destinationPort", it.destinationPort())
        .node();
  }

  private static Node.Mapping filterMatch(FilterMatch it) {
    return new Branch()
        .text("name", it.name())
        .map("subFilter", it.subFilter().map(RenderConfigPatch::subFilterMatch))
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
        .map("vhost", it.vhost().map(RenderConfigPatch::virtualHostMatch))
        .text("name", it.name())
        .node();
  }

  private static Node.Mapping virtualHostMatch(VirtualHostMatch it) {
    return new Branch()
        .text("name", it.name())
        .text("domainName", it.domainName())
        .map("route", it.route().map(RenderConfigPatch::routeMatch))
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
        .map("filter", it.filter().map(RenderConfigPatch::filterMatch))
        .map("route", it.route().map(RenderConfigPatch::waypointRoute))
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
