package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule.Kind;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Routes of different kinds are attached to one port of a Service. Page, examples, tests: ConflictingMeshRoutes.md, beside this file.
public final class ConflictingMeshRoutes implements MeshRule {
  private static final Kind OF_LINKERD = new Kind("policy.linkerd.io", "HTTPRoute");

  /// Those of one line are of the same strength.
  private static final List<List<Kind>> BY_STRENGTH =
      List.of(
          List.of(GatewayKinds.GRPC),
          List.of(GatewayKinds.HTTP, OF_LINKERD),
          List.of(GatewayKinds.TLS),
          List.of(GatewayKinds.TCP));

  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3713", "conflicting-mesh-routes", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    var found = new ArrayList<Finding>();
    Map<String, Written> taken = new HashMap<>();
    for (List<Kind> kinds : BY_STRENGTH) {
      Map<String, Written> here = new HashMap<>();
      for (Kind kind : kinds) {
        for (Written route : input.documents().of(kind.group(), kind.kind())) {
          check(route, taken, here, found);
        }
      }
      taken.putAll(here);
    }
    return found.stream();
  }

  private void check(
      Written route, Map<String, Written> taken, Map<String, Written> here, List<Finding> found) {
    for (Part parent : route.spec().each("parentRefs")) {
      if (!isService(parent)) {
        continue;
      }
      String key = key(route, parent);
      Written winner = taken.get(key);
      if (winner == null) {
        here.putIfAbsent(key, route);
      } else {
        found.add(finding(route, parent, winner));
      }
    }
  }

  private Finding finding(Written route, Part parent, Written winner) {
    return at(
            parent.origin(),
            route.id(),
            winner.id().kind()
                + " `"
                + winner.id().name()
                + "` is attached to the same port, and comes before a "
                + route.id().kind())
        .because(winner.origin(), "that one");
  }

  private static boolean isService(Part parent) {
    String group = parent.get("group").textOr("-");
    return parent.get("kind").is("Service") && (group.isEmpty() || group.equals("core"));
  }

  /// A Service and a port, for the clients of a namespace: routes of other namespaces are about their own clients alone.
  private static String key(Written route, Part parent) {
    String own = route.id().namespace();
    return String.join(
        " ",
        own,
        parent.get("namespace").textOr(own),
        parent.get("name").text(),
        String.valueOf(parent.get("port").wholeOr(0)));
  }
}
