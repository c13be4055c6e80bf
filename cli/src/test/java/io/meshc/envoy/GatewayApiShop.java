package io.meshc.envoy;

import static io.meshc.envoy.RandomShop.HTTP;
import static io.meshc.envoy.RandomShop.WORKLOADS;
import static io.meshc.envoy.RandomShop.at;
import static io.meshc.envoy.RandomShop.name;
import static io.meshc.envoy.RandomShop.namespace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Routes of the Gateway API that belong to Services, in a mesh of Istio, which says who may call.
final class GatewayApiShop {
  private static final List<String> PATHS = List.of("/", "/a", "/a/", "/ab", "/b", "/a/b");

  private final Draw draw;
  private final Consumer<String> out;
  private int count;

  GatewayApiShop(Draw draw, Consumer<String> out) {
    this.draw = draw;
    this.out = out;
  }

  void draw() {
    var istio = new IstioShop(draw, out);
    istio.mesh();
    istio.access();
    WORKLOADS.stream().filter(_ -> draw.maybe()).forEach(this::route);
    if (draw.maybe()) {
      out.accept(
          "apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\n"
              + at("grant", "south")
              + "\nspec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace:"
              + " north}], to: [{group: \"\", kind: Service}]}");
    }
  }

  /// A route in the Service's own namespace is for all clients, one elsewhere for those beside it.
  private void route(String workload) {
    String own = namespace(workload);
    String in = draw.oneIn(4) ? (own.equals("north") ? "south" : "north") : own;
    var rules = new StringBuilder();
    draw.times(1, 3, () -> rules.append("  - {").append(rule()).append("}\n"));
    out.accept(
        "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n"
            + at("r" + count++, in)
            + "\nspec:\n  parentRefs: [{group: \"\", kind: Service, name: "
            + name(workload)
            + ", namespace: "
            + own
            + draw.maybe(", port: " + HTTP)
            + "}]\n  rules:\n"
            + rules);
  }

  private String rule() {
    var matches = new ArrayList<String>();
    draw.times(1, 2, () -> matches.add("{" + match() + "}"));
    String rule = draw.oneIn(5) ? "" : "matches: [" + String.join(", ", matches) + "], ";
    return switch (draw.between(0, 5)) {
      case 0 ->
          rule
              + "filters: [{type: RequestRedirect, requestRedirect: {statusCode: 302, path: {type:"
              + " ReplaceFullPath, replaceFullPath: /elsewhere}}}]";
      case 1 ->
          rule
              + "filters: [{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name:"
              + " x-one, value: one}]}}], "
              + backends();
      case 2 ->
          rule
              + "filters: [{type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath,"
              + " replaceFullPath: "
              + draw.any(PATHS)
              + "}}}], "
              + backends();
      default -> rule + backends();
    };
  }

  private String match() {
    String path =
        switch (draw.between(0, 2)) {
          case 0 -> "type: Exact, value: " + draw.any(PATHS);
          case 1 -> "type: PathPrefix, value: " + draw.any(PATHS);
          default -> "type: RegularExpression, value: \"/[ab]/?.*\"";
        };
    var parts = new StringBuilder("path: {" + path + "}");
    if (draw.oneIn(3)) {
      String value = draw.any("value: \"1\"", "type: RegularExpression, value: \"o.*\"");
      parts.append(", headers: [{name: ").append(draw.any("x-one", "x-two")).append(", ");
      parts.append(value).append("}]");
    }
    if (draw.oneIn(3)) {
      parts.append(", method: ").append(draw.any("GET", "POST", "PUT"));
    }
    if (draw.oneIn(4)) {
      parts.append(", queryParams: [{name: q, value: ").append(draw.any("b", "/a")).append("}]");
    }
    return parts.toString();
  }

  private String backends() {
    var backends = new ArrayList<String>();
    draw.times(
        1,
        2,
        () -> {
          String it = draw.any(WORKLOADS);
          String weight = draw.maybe(", weight: " + 10 * draw.between(0, 9));
          backends.add(
              "{name: "
                  + name(it)
                  + ", namespace: "
                  + namespace(it)
                  + ", port: "
                  + HTTP
                  + weight
                  + "}");
        });
    return "backendRefs: [" + String.join(", ", backends.stream().distinct().toList()) + "]";
  }
}
