package io.meshc.envoy;

import static io.meshc.envoy.RandomShop.WORKLOADS;
import static io.meshc.envoy.RandomShop.at;
import static io.meshc.envoy.RandomShop.name;
import static io.meshc.envoy.RandomShop.namespace;
import static io.meshc.envoy.RandomShop.ownHttp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Servers, routes and authorizations of Linkerd.
final class LinkerdShop {
  private static final String POLICY = "apiVersion: policy.linkerd.io/";
  private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/ab", "/b");

  private final Draw draw;
  private final Consumer<String> out;
  private int count;

  LinkerdShop(Draw draw, Consumer<String> out) {
    this.draw = draw;
    this.out = out;
  }

  void draw() {
    for (String workload : WORKLOADS) {
      authentication(workload);
      boolean http = !draw.oneIn(4);
      if (http) {
        server(workload, "http", draw.any("unknown", "HTTP/1"));
      }
      boolean routed = http && draw.maybe();
      if (routed) {
        inbound(workload);
      }
      if (http) {
        policy(workload, routed ? "HTTPRoute" : "Server", name(workload) + "-http");
      }
      if (draw.maybe()) {
        server(workload, "tcp", draw.any("unknown", "opaque"));
        policy(workload, "Server", name(workload) + "-tcp");
      }
      if (draw.oneIn(3)) {
        outbound(workload);
      }
    }
  }

  private void server(String workload, String port, String protocol) {
    out.accept(
        POLICY
            + "v1beta3\nkind: Server\n"
            + at(name(workload) + "-" + port, namespace(workload))
            + "\nspec: {podSelector: {matchLabels: {app: "
            + name(workload)
            + "}}, port: "
            + (port.equals("http") ? RandomShop.HTTP_TARGET : RandomShop.TCP_TARGET)
            + ", proxyProtocol: "
            + protocol
            + "}");
  }

  private void authentication(String workload) {
    var accounts = new ArrayList<String>();
    draw.times(
        1,
        2,
        () -> {
          String it = draw.any(WORKLOADS);
          accounts.add(
              "{kind: ServiceAccount, name: " + name(it) + ", namespace: " + namespace(it) + "}");
        });
    out.accept(
        POLICY
            + "v1alpha1\nkind: MeshTLSAuthentication\n"
            + at(name(workload), namespace(workload))
            + "\nspec: {identityRefs: ["
            + String.join(", ", accounts.stream().distinct().toList())
            + "]}");
  }

  private void policy(String workload, String kind, String target) {
    out.accept(
        POLICY
            + "v1alpha1\nkind: AuthorizationPolicy\n"
            + at("p" + count++, namespace(workload))
            + "\nspec: {targetRef: {group: policy.linkerd.io, kind: "
            + kind
            + ", name: "
            + target
            + "}, requiredAuthenticationRefs: [{group: policy.linkerd.io, kind:"
            + " MeshTLSAuthentication, name: "
            + name(workload)
            + "}]}");
  }

  private void inbound(String workload) {
    String parent = "{group: policy.linkerd.io, kind: Server, name: " + name(workload) + "-http}";
    route(workload, name(workload) + "-http", parent, "");
  }

  private void outbound(String workload) {
    String parent =
        "{group: \"\", kind: Service, name: "
            + name(workload)
            + ", port: "
            + ownHttp(workload)
            + "}";
    String other = draw.any(WORKLOADS.stream().filter(it -> near(it, workload)).toList());
    String backends =
        ", backendRefs: [{name: "
            + name(workload)
            + ", port: "
            + ownHttp(workload)
            + ", weight: "
            + 10 * draw.between(1, 9)
            + "}, {name: "
            + name(other)
            + ", port: "
            + ownHttp(other)
            + ", weight: "
            + 10 * draw.between(0, 9)
            + "}]";
    route(workload, name(workload) + "-out", parent, backends);
  }

  private static boolean near(String one, String other) {
    return namespace(one).equals(namespace(other)) && !one.equals(other);
  }

  private void route(String workload, String name, String parent, String backends) {
    var matches = new ArrayList<String>();
    draw.times(1, 2, () -> matches.add(match()));
    out.accept(
        POLICY
            + "v1beta3\nkind: HTTPRoute\n"
            + at(name, namespace(workload))
            + "\nspec: {parentRefs: ["
            + parent
            + "], rules: [{matches: ["
            + String.join(", ", matches.stream().distinct().toList())
            + "]"
            + backends
            + "}]}");
  }

  private String match() {
    String path =
        switch (draw.between(0, 2)) {
          case 0 -> "type: Exact, value: " + draw.any(PATHS);
          case 1 -> "type: PathPrefix, value: " + draw.any(PATHS);
          default -> "type: RegularExpression, value: \"/[ab]/?.*\"";
        };
    String header = draw.oneIn(4) ? ", headers: [{name: x-one, value: \"1\"}]" : "";
    String method = draw.oneIn(3) ? ", method: " + draw.any("GET", "POST") : "";
    return "{path: {" + path + "}" + header + method + "}";
  }
}
