package io.meshc.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random objects of the Gateway API for the apps of `gateway-api/apps.yaml`, and random requests to them.
final class RandomGateways {
  private final Random random;

  RandomGateways(Random random) {
    this.random = random;
  }

  List<String> objects(String className) {
    var objects = new ArrayList<String>();
    objects.add(gateway(className));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      objects.add(http("r" + i));
    }
    maybe(() -> objects.add(grpc()));
    maybe(() -> objects.add(stream("TCPRoute", "v1alpha2")));
    maybe(() -> objects.add(stream("TLSRoute", "v1")));
    maybe(() -> objects.add(listenerSet()));
    maybe(() -> objects.add(grant()));
    return objects;
  }

  String request(String via) {
    boolean edge = random.nextInt(2) == 0;
    String client = one("\"sa:shop/client\"", "\"sa:guest/visitor\"");
    String to =
        edge
            ? one("a.example.com:80", "b.example.com:80", "x.org:80", "x.org:8000")
            : one("plain.shop:80", "plain.shop:81", "paths.shop:80");
    String path =
        one("/a", "/a/b", "/ab", "/b", "/item.Store/Put", "/item.Store/Get", "/a?q=1", "/v1/x");
    String line =
        "{\"from\": %s, \"to\": \"%s\", \"path\": \"%s\", \"method\": \"%s\"%s%s}"
            .formatted(
                edge ? "null" : client,
                to,
                path,
                one("GET", "POST"),
                one("", ", \"headers\": {\"x-a\": \"1\"}", ", \"headers\": {\"x-a\": \"22\"}"),
                edge ? ", \"plaintext\": true, \"via\": \"" + via + "\"" : "");
    return random.nextInt(8) > 0
        ? line
        : one(
                "{\"from\": null, \"to\": \"t.example.com:8443\", \"protocol\": \"tls\", \"sni\":"
                    + " \"t.example.com\", \"via\": \"%s\"}",
                "{\"from\": null, \"to\": \"x.org:5432\", \"protocol\": \"tcp\", \"plaintext\":"
                    + " true, \"via\": \"%s\"}")
            .formatted(via);
  }

  private String gateway(String className) {
    return """
    apiVersion: gateway.networking.k8s.io/%s
    kind: Gateway
    metadata: {name: edge, namespace: infra}
    spec:
      gatewayClassName: %s
      allowedListeners: {namespaces: {from: %s}}
      listeners:
      - {name: any, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: %s}}}
      - name: wild
        port: 80
        protocol: HTTP
        hostname: "%s"
        allowedRoutes:
          namespaces: {from: Selector, selector: {matchExpressions: [{key: edge, operator: %s}]}}
      - {name: raw, port: 5432, protocol: TCP, allowedRoutes: {namespaces: {from: All}}}
      - name: through
        port: 8443
        protocol: TLS
        tls: {mode: Passthrough}
        allowedRoutes: {namespaces: {from: All}}
    """
        .formatted(
            one("v1", "v1beta1"),
            className,
            one("All", "None", "Same"),
            one("All", "Same"),
            one("*.example.com", "a.example.com"),
            one("Exists", "DoesNotExist"));
  }

  private String http(String name) {
    return """
    apiVersion: gateway.networking.k8s.io/%s
    kind: HTTPRoute
    metadata: {name: %s, namespace: %s}
    spec:
      parentRefs: [%s]
      %s
      rules:
      - matches: [%s, %s]
        filters: [%s]
        backendRefs: [%s]
      - matches: [%s]
        backendRefs: [%s]
    """
        .formatted(
            one("v1", "v1beta1"),
            name,
            one("shop", "shop", "guest"),
            parents(),
            one("", "hostnames: [a.example.com]", "hostnames: [\"*.example.com\"]"),
            match(),
            match(),
            filter(),
            backends(),
            match(),
            backends());
  }

  private String parents() {
    return one(
        "{group: \"\", kind: Service, name: plain, namespace: shop}",
        "{group: \"\", kind: Service, name: plain, namespace: shop, port: 81}",
        "{name: edge, namespace: infra}",
        "{name: edge, namespace: infra, sectionName: any}",
        "{kind: ListenerSet, name: more, namespace: shop}",
        "{name: edge, namespace: infra, port: 80}, {group: \"\", kind: Service, name: plain,"
            + " namespace: shop}");
  }

  private String match() {
    return one(
        "{path: {type: Exact, value: /a}}",
        "{path: {value: /a}}",
        "{path: {value: /a/}, method: POST}",
        "{path: {value: /b}, headers: [{name: X-A, value: \"1\"}]}",
        "{headers: [{name: x-a, type: RegularExpression, value: \"[0-9]+\"}]}",
        "{queryParams: [{name: q, value: \"1\"}], path: {value: /a}}",
        "{path: {type: RegularExpression, value: \"/v[0-9]/.*\"}}",
        "{}");
  }

  private String filter() {
    return one(
        "",
        "",
        "{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-a, value: \"3\"}],"
            + " remove: [x-b]}}",
        "{type: URLRewrite, urlRewrite: {hostname: z.example.com, path: {type: ReplaceFullPath,"
            + " replaceFullPath: /z}}}",
        "{type: RequestMirror, requestMirror: {backendRef: {name: two, port: 80}, percent: 5}}",
        "{type: ExtensionRef, extensionRef: {group: example.com, kind: Brake, name: soft}}");
  }

  private String backends() {
    return one(
        "{name: one, namespace: shop, port: 80}",
        "{name: two, namespace: shop, port: 80, weight: 0}",
        "{name: one, namespace: shop, port: 80, weight: 3}, {name: two, namespace: shop, port: 80}",
        "{name: third, namespace: guest, port: 80}",
        "{name: missing, namespace: shop, port: 80}, {name: two, namespace: shop, port: 80}");
  }

  private String grpc() {
    return """
    apiVersion: gateway.networking.k8s.io/v1
    kind: GRPCRoute
    metadata: {name: calls, namespace: shop}
    spec:
      parentRefs: [%s]
      rules:
      - matches: [{method: {service: item.Store%s}}]
        backendRefs: [%s]
    """
        .formatted(
            one("{group: \"\", kind: Service, name: paths}", parents()),
            one("", ", method: Put", ", type: RegularExpression"),
            backends());
  }

  private String stream(String kind, String version) {
    boolean tls = kind.equals("TLSRoute");
    return """
    apiVersion: gateway.networking.k8s.io/%s
    kind: %s
    metadata: {name: stream, namespace: shop}
    spec:
      parentRefs: [{name: edge, namespace: infra, sectionName: %s}]
      %s
      rules:
      - backendRefs: [%s]
    """
        .formatted(
            version,
            kind,
            tls ? "through" : "raw",
            tls ? "hostnames: [" + one("t.example.com", "\"*.example.com\"", "u.org") + "]" : "",
            backends());
  }

  private String listenerSet() {
    return """
    apiVersion: gateway.networking.k8s.io/v1
    kind: ListenerSet
    metadata: {name: more, namespace: shop}
    spec:
      parentRef: {name: edge, namespace: infra}
      listeners: [{name: extra, port: %s, protocol: HTTP}]
    """
        .formatted(one("8000", "80"));
  }

  private String grant() {
    return """
    apiVersion: gateway.networking.k8s.io/%s
    kind: ReferenceGrant
    metadata: {name: some, namespace: %s}
    spec:
      from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: %s}]
      to: [{group: "", kind: Service%s}]
    """
        .formatted(
            one("v1", "v1beta1"),
            one("shop", "guest"),
            one("shop", "guest"),
            one("", ", name: one"));
  }

  private void maybe(Runnable what) {
    if (random.nextBoolean()) {
      what.run();
    }
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
