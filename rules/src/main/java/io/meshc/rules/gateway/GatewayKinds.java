package io.meshc.rules.gateway;

import io.meshc.validate.rule.DocumentRule.Kind;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.List;

/// The kinds of the Gateway API, and the parts of them that several rules go through.
public final class GatewayKinds {
  public static final String GROUP = "gateway.networking.k8s.io";

  /// Of what is tried out.
  public static final String TRIED = "gateway.networking.x-k8s.io";

  public static final Kind HTTP = new Kind(GROUP, "HTTPRoute");
  public static final Kind GRPC = new Kind(GROUP, "GRPCRoute");
  public static final Kind TLS = new Kind(GROUP, "TLSRoute");
  public static final Kind TCP = new Kind(GROUP, "TCPRoute");
  public static final Kind UDP = new Kind(GROUP, "UDPRoute");
  public static final List<Kind> ROUTES = List.of(HTTP, GRPC, TLS, TCP, UDP);
  public static final Kind GATEWAY = new Kind(GROUP, "Gateway");
  public static final Kind LISTENER_SET = new Kind(GROUP, "ListenerSet");

  private GatewayKinds() {}

  /// The lists of filters of a rule: its own, and those of its backends.
  public static List<List<Part>> filterLists(Part rule) {
    var lists = new ArrayList<List<Part>>();
    lists.add(rule.each("filters"));
    for (Part backend : rule.each("backendRefs")) {
      lists.add(backend.each("filters"));
    }
    return lists;
  }

  /// All filters of a route.
  public static List<Part> filters(Written route) {
    var all = new ArrayList<Part>();
    for (Part rule : route.spec().each("rules")) {
      filterLists(rule).forEach(all::addAll);
    }
    return all;
  }

  /// Whatever a route sends requests to: backends, mirrors, and who is asked for permission.
  public static List<Part> backends(Written route) {
    var all = new ArrayList<Part>();
    for (Part rule : route.spec().each("rules")) {
      all.addAll(rule.each("backendRefs"));
    }
    for (Part filter : filters(route)) {
      all.add(filter.get("requestMirror", "backendRef"));
      all.add(filter.get("externalAuth", "backendRef"));
    }
    all.removeIf(it -> !it.isThere());
    return all;
  }
}
