package io.meshc.rules.linkerd;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule.Kind;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// The kinds of Linkerd, and references as its controller reads them.
public final class LinkerdKinds {
  public static final String GROUP = "policy.linkerd.io";

  public static final Kind HTTP = new Kind(GROUP, "HTTPRoute");

  /// Of HTTP, its own ones and those of the Gateway API.
  public static final List<Kind> HTTP_ROUTES = List.of(HTTP, GatewayKinds.HTTP);

  private LinkerdKinds() {}

  public static List<Kind> policy(String kind) {
    return List.of(new Kind(GROUP, kind));
  }

  /// Whatever the case of its letters; `core` is the group of Kubernetes, and so is none.
  public static boolean isOf(Part reference, String group, String kind) {
    return group(reference.get("group").text()).equalsIgnoreCase(group)
        && reference.get("kind").text().equalsIgnoreCase(kind);
  }

  private static String group(String text) {
    return text.equalsIgnoreCase("core") ? "" : text;
  }

  public static boolean isEgress(Part parent) {
    return isOf(parent, GROUP, "EgressNetwork");
  }

  /// A route of this parent is about what clients send, and its annotations are read.
  public static boolean isOutbound(Part parent) {
    return isEgress(parent) || isOf(parent, "", "Service");
  }

  /// Whether Linkerd is there to look at a route of the Gateway API: it names an object of Linkerd, or has an annotation of it; or a Service
  /// is its parent, and the repo takes something into Linkerd.
  public static boolean concerns(Written route, Checked input) {
    if (route.id().group().equals(GROUP)) {
      return true;
    }
    boolean ofService = false;
    for (Part parent : route.spec().each("parentRefs")) {
      if (parent.get("group").text().equalsIgnoreCase(GROUP)) {
        return true;
      }
      ofService |= isOf(parent, "", "Service");
    }
    return ofService && Linkerd.alone(input).isPresent();
  }
}
