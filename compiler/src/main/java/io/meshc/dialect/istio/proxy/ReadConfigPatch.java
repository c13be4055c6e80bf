package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.proxy.ConfigPatch.ApplyTo;
import io.meshc.dialect.istio.proxy.ConfigPatch.ClusterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.FilterChainMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.FilterClass;
import io.meshc.dialect.istio.proxy.ConfigPatch.FilterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ListenerMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.Operation;
import io.meshc.dialect.istio.proxy.ConfigPatch.Patch;
import io.meshc.dialect.istio.proxy.ConfigPatch.PatchContext;
import io.meshc.dialect.istio.proxy.ConfigPatch.PatchMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.ProxyMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.RouteAction;
import io.meshc.dialect.istio.proxy.ConfigPatch.RouteConfigurationMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.RouteMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.SubFilterMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.VirtualHostMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.WaypointMatch;
import io.meshc.dialect.istio.proxy.ConfigPatch.WaypointRoute;
import io.meshc.yaml.Fields;
import java.util.List;

/// Node → [ConfigPatch].
public final class ReadConfigPatch {
  private ReadConfigPatch() {}

  public static ConfigPatch read(Fields fields, List<Problem> problems) {
    var result =
        new ConfigPatch(
            Choice.of(fields, "applyTo", ApplyTo.class, problems),
            fields.object("match").map(it -> patchMatch(it, problems)),
            fields.object("patch").map(it -> patch(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static PatchMatch patchMatch(Fields fields, List<Problem> problems) {
    var result =
        new PatchMatch(
            Choice.of(fields, "context", PatchContext.class, problems),
            fields.object("proxy").map(ReadConfigPatch::proxyMatch),
            fields.object("listener").map(ReadConfigPatch::listenerMatch),
            fields.object("routeConfiguration").map(it -> routeConfigurationMatch(it, problems)),
            fields.object("cluster").map(ReadConfigPatch::clusterMatch),
            fields.object("waypoint").map(ReadConfigPatch::waypointMatch),
            fields.origin());
    fields.done();
    return result;
  }

  private static ProxyMatch proxyMatch(Fields fields) {
    var result =
        new ProxyMatch(
            fields.string("proxyVersion"), fields.stringMap("metadata"), fields.origin());
    fields.done();
    return result;
  }

  private static ListenerMatch listenerMatch(Fields fields) {
    var result =
        new ListenerMatch(
            fields.whole("portNumber"),
            fields.string("portName"),
            fields.object("filterChain").map(ReadConfigPatch::filterChainMatch),
            fields.string("listenerFilter"),
            fields.string("name"),
            fields.origin());
    fields.done();
    return result;
  }

  private static FilterChainMatch filterChainMatch(Fields fields) {
    var result =
        new FilterChainMatch(
            fields.string("name"),
            fields.string("sni"),
            fields.string("transportProtocol"),
            fields.string("applicationProtocols"),
            fields.object("filter").map(ReadConfigPatch::filterMatch),
            fields.whole("destinationPort"),
            fields.origin());
    fields.done();
    return result;
  }

  private static FilterMatch filterMatch(Fields fields) {
    var result =
        new FilterMatch(
            fields.string("name"),
            fields.object("subFilter").map(ReadConfigPatch::subFilterMatch),
            fields.origin());
    fields.done();
    return result;
  }

  private static SubFilterMatch subFilterMatch(Fields fields) {
    var result = new SubFilterMatch(fields.string("name"), fields.origin());
    fields.done();
    return result;
  }

  private static RouteConfigurationMatch routeConfigurationMatch(
      Fields fields, List<Problem> problems) {
    var result =
        new RouteConfigurationMatch(
            fields.whole("portNumber"),
            fields.string("portName"),
            fields.string("gateway"),
            fields.object("vhost").map(it -> virtualHostMatch(it, problems)),
            fields.string("name"),
            fields.origin());
    fields.done();
    return result;
  }

  private static VirtualHostMatch virtualHostMatch(Fields fields, List<Problem> problems) {
    var result =
        new VirtualHostMatch(
            fields.string("name"),
            fields.string("domainName"),
            fields.object("route").map(it -> routeMatch(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static RouteMatch routeMatch(Fields fields, List<Problem> problems) {
    var result =
        new RouteMatch(
            fields.string("name"),
            Choice.of(fields, "action", RouteAction.class, problems),
            fields.origin());
    fields.done();
    return result;
  }

  private static ClusterMatch clusterMatch(Fields fields) {
    var result =
        new ClusterMatch(
            fields.whole("portNumber"),
            fields.string("service"),
            fields.string("subset"),
            fields.string("name"),
            fields.origin());
    fields.done();
    return result;
  }

  private static WaypointMatch waypointMatch(Fields fields) {
    var result =
        new WaypointMatch(
            fields.whole("portNumber"),
            fields.object("filter").map(ReadConfigPatch::filterMatch),
            fields.object("route").map(ReadConfigPatch::waypointRoute),
            fields.origin());
    fields.done();
    return result;
  }

  private static WaypointRoute waypointRoute(Fields fields) {
    var result = new WaypointRoute(fields.string("name"), fields.origin());
    fields.done();
    return result;
  }

  private static Patch patch(Fields fields, List<Problem> problems) {
    var result =
        new Patch(
            Choice.of(fields, "operation", Operation.class, problems),
            fields.value("value"),
            Choice.of(fields, "filterClass", FilterClass.class, problems),
            fields.origin());
    fields.done();
    return result;
  }
}
