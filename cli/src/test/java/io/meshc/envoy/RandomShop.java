package io.meshc.envoy;

import java.util.List;
import java.util.Locale;

/// Two namespaces with four workloads, in a mesh, and policies and routes in a language of it that nobody would write. The same seed
/// gives the same.
final class RandomShop {
  static final List<String> WORKLOADS =
      List.of("north/web", "north/api", "south/store", "south/depot");

  /// The port of the Services that speaks HTTP, and where it leads.
  static final int HTTP = 80;

  static final int HTTP_TARGET = 8080;
  static final int TCP_TARGET = 9090;
  static final int UNNAMED_TARGET = 7070;

  private final StringBuilder out = new StringBuilder();
  private final Language language;

  private RandomShop(Language language) {
    this.language = language;
  }

  /// In what policies and routes are written, and what puts proxies beside the workloads.
  ///
  /// @param metadata of a namespace of the mesh
  enum Language {
    ISTIO("labels: {istio-injection: enabled}"),
    GATEWAY_API("labels: {istio-injection: enabled}"),
    SMI(
        "labels: {openservicemesh.io/monitored-by: osm}, annotations:"
            + " {openservicemesh.io/sidecar-injection: enabled}"),
    LINKERD("annotations: {linkerd.io/inject: enabled}");

    private final String metadata;

    Language(String metadata) {
      this.metadata = metadata;
    }
  }

  static String yaml(Language language, long seed) {
    var shop = new RandomShop(language);
    var draw = new Draw(seed);
    shop.ground(draw);
    switch (language) {
      case ISTIO -> new IstioShop(draw, shop::line).draw();
      case GATEWAY_API -> new GatewayApiShop(draw, shop::line).draw();
      case SMI -> new SmiShop(draw, shop::line).draw();
      case LINKERD -> new LinkerdShop(draw, shop::line).draw();
    }
    return shop.out.toString();
  }

  static String namespace(String workload) {
    return workload.substring(0, workload.indexOf('/'));
  }

  static String name(String workload) {
    return workload.substring(workload.indexOf('/') + 1);
  }

  static String host(String workload) {
    return name(workload) + "." + namespace(workload) + ".svc.cluster.local";
  }

  /// The Service's port for raw TCP, each its own: nothing else tells whom such a connection is for.
  static int tcp(String workload) {
    return 90 + WORKLOADS.indexOf(workload);
  }

  /// Where the first bytes tell what is spoken, so that any port may be for raw TCP.
  static int ownHttp(String workload) {
    return HTTP + WORKLOADS.indexOf(workload);
  }

  static String at(String name, String namespace) {
    return "metadata: {name: " + name + ", namespace: " + namespace + "}";
  }

  private void line(String document) {
    out.append("---\n").append(document.stripTrailing()).append('\n');
  }

  private void ground(Draw draw) {
    for (String it : List.of("north", "south")) {
      line(
          "apiVersion: v1\nkind: Namespace\nmetadata: {name: "
              + it
              + ", "
              + language.metadata
              + "}");
    }
    for (String it : WORKLOADS) {
      String at = at(name(it), namespace(it));
      line("apiVersion: v1\nkind: ServiceAccount\n" + at);
      line(
          """
          apiVersion: apps/v1
          kind: Deployment
          %s
          spec:
            selector: {matchLabels: {app: %s}}
            template:
              metadata: {labels: {app: %s, version: v1}}
              spec:
                serviceAccountName: %s
                containers: [{name: app, image: app}]
          """
              .formatted(at, name(it), name(it), name(it)));
      String unnamed = "- {name: other, port: %d, targetPort: 7070}";
      line(
          """
          apiVersion: v1
          kind: Service
          %s
          spec:
            selector: {app: %s}
            ports:
            - {name: http, port: %d, targetPort: 8080}
            - {name: tcp, port: %d, targetPort: 9090}
            %s
          """
              .formatted(
                  at,
                  name(it),
                  language == Language.LINKERD ? ownHttp(it) : HTTP,
                  tcp(it),
                  draw.oneIn(3)
                      ? String.format(Locale.ROOT, unnamed, 70 + WORKLOADS.indexOf(it))
                      : ""));
    }
  }
}
