package io.meshc.rules.gateway.status;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.List;

/// What one of the references of a route to its parents finds. Of the listeners of the parent those are left that each step takes.
///
/// @param reference of the route
/// @param id of the parent
/// @param presence of the parent
/// @param named listeners of the section and the port that the reference names
/// @param allowing those of them that take the kind of the route from its namespace
/// @param serving those of them that have a host in common with the route
record Attachment(
    Part reference,
    ResourceId id,
    Presence presence,
    List<Part> named,
    List<Part> allowing,
    List<Part> serving) {

  /// Of more the schema says that they are too many: what is looked at grows with the product of the two.
  private static final int MOST_PARENTS = 64;

  private static final int MOST_LISTENERS = 256;

  /// Those to Gateways and sets of listeners.
  static List<Attachment> of(Written route, Checked input) {
    var all = new ArrayList<Attachment>();
    List<Part> parents = route.spec().each("parentRefs");
    for (Part it : parents.subList(0, Math.min(MOST_PARENTS, parents.size()))) {
      String kind = it.get("kind").textOr("Gateway");
      if (it.get("group").textOr(GatewayKinds.GROUP).equals(GatewayKinds.GROUP)
          && (kind.equals("Gateway") || kind.equals("ListenerSet"))) {
        all.add(of(route, it, kind, input));
      }
    }
    return all;
  }

  private static Attachment of(Written route, Part reference, String kind, Checked input) {
    String namespace = reference.get("namespace").textOr(route.id().namespace());
    var id = new ResourceId(GatewayKinds.GROUP, kind, namespace, reference.get("name").text());
    var named = new ArrayList<Part>();
    var allowing = new ArrayList<Part>();
    var serving = new ArrayList<Part>();
    List<Part> listeners =
        input.documents().one(id).map(it -> it.spec().each("listeners")).orElse(List.of());
    for (Part listener : listeners.subList(0, Math.min(MOST_LISTENERS, listeners.size()))) {
      if (!isNamed(listener, reference)) {
        continue;
      }
      named.add(listener);
      if (allows(listener, namespace, route, input)) {
        allowing.add(listener);
        if (serves(listener, route)) {
          serving.add(listener);
        }
      }
    }
    return new Attachment(reference, id, Presence.of(id, input), named, allowing, serving);
  }

  private static boolean isNamed(Part listener, Part reference) {
    Part section = reference.get("sectionName");
    Part port = reference.get("port");
    return (section.text().isEmpty() || section.text().equals(listener.get("name").text()))
        && (!port.isThere() || port.wholeOr(0) == listener.get("port").wholeOr(0));
  }

  private static boolean allows(Part listener, String own, Written route, Checked input) {
    return RouteKinds.takes(listener, route.id().kind())
        && AllowedNamespaces.allow(
            listener.get("allowedRoutes", "namespaces"),
            "Same",
            own,
            route.id().namespace(),
            input);
  }

  private static boolean serves(Part listener, Written route) {
    List<Part> hosts = route.spec().each("hostnames");
    String served = listener.get("hostname").text();
    for (Part host : hosts) {
      if (HostText.intersect(served, host.text())) {
        return true;
      }
    }
    return hosts.isEmpty();
  }
}
