package io.meshc.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random objects of Istio for the apps of Bookinfo, and random requests to them.
final class RandomIstio {
  private final Random random;

  RandomIstio(Random random) {
    this.random = random;
  }

  List<String> objects() {
    var objects = new ArrayList<String>();
    objects.add(destinationRule("reviews"));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      objects.add(virtualService("vs-" + i));
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      objects.add(authorizationPolicy("ap-" + i));
    }
    maybe(() -> objects.add(peerAuthentication()));
    maybe(() -> objects.add(requestAuthentication()));
    maybe(() -> objects.add(sidecar()));
    maybe(() -> objects.add(serviceEntry()));
    objects.add(gateway());
    return objects;
  }

  String request() {
    boolean edge = random.nextInt(4) == 0;
    String from =
        edge
            ? "null"
            : one("\"sa:books/productpage\"", "\"sa:partner/shop\"", "\"sa:batch/report\"");
    String to =
        edge
            ? one("books.example.com:80", "x.example.com:80")
            : one(
                "reviews.books:9080",
                "details.books:9080",
                "ratings.books:27017",
                "api.example.org:80");
    String protocol = to.endsWith("27017") ? ", \"protocol\": \"tcp\"" : "";
    String via = edge ? ", \"via\": \"istio-system/edge\", \"plaintext\": true" : "";
    String headers =
        one("", ", \"headers\": {\"x-a\": \"1\"}", ", \"headers\": {\"x-a\": [\"2\", \"1\"]}");
    String token =
        one(
            "",
            ", \"token\": \"valid\", \"claims\": {\"iss\": \"https://id.example.com\", \"sub\":"
                + " \"a\", \"r\": [\"x\"]}",
            ", \"token\": \"invalid\", \"claims\": {\"iss\": \"https://id.example.com\"}");
    return "{\"from\": "
        + from
        + ", \"to\": \""
        + to
        + "\", \"method\": \""
        + one("GET", "POST")
        + "\", \"path\": \""
        + one("/", "/a", "/a/b", "/ab", "/A", "/a/../b", "/a?q=1", "/b%2Fc")
        + "\", \"sourceIp\": \""
        + one("10.1.2.3", "192.0.2.7")
        + "\""
        + protocol
        + via
        + headers
        + token
        + "}";
  }

  private String virtualService(String name) {
    var routes = new ArrayList<String>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      routes.add(httpRoute());
    }
    String tcp =
        one("", "", ", tcp: [{match: [{port: 27017}], route: [{destination: {host: ratings}}]}]");
    return object(
        "networking.istio.io/v1",
        "VirtualService",
        name,
        "{hosts: ["
            + one("reviews", "details", "reviews, ratings", "books.example.com", "'*.example.com'")
            + "]"
            + one("", ", gateways: [mesh, edge]", ", gateways: [edge]")
            + one("", "", ", exportTo: [.]")
            + ", http: ["
            + String.join(", ", routes)
            + "]"
            + tcp
            + "}");
  }

  private String httpRoute() {
    String match =
        one(
            "",
            "match: [{" + condition() + "}], ",
            "match: [{" + condition() + "}, {" + condition() + "}], ");
    return "{"
        + match
        + one(
            "route: [{destination: {host: reviews, subset: " + one("v1", "v2", "v9") + "}}]",
            "route: [{destination: {host: details}, weight: 30}, {destination: {host: reviews},"
                + " weight: 70}]",
            "redirect: {uri: /x}",
            "directResponse: {status: 418}",
            "rewrite: {uri: /b}, route: [{destination: {host: details, port: {number: 9080}}}]",
            "headers: {request: {set: {x-a: '1'}, remove: [x-b]}}, route: [{destination: {host:"
                + " reviews}}]",
            "fault: {abort: {httpStatus: 503, percentage: {value: 25}}}, route: [{destination:"
                + " {host: reviews}}]")
        + "}";
  }

  private String condition() {
    return one(
        "uri: {prefix: /a}",
        "uri: {exact: /a/b}, ignoreUriCase: true",
        "uri: {regex: '/[ab].*'}",
        "headers: {x-a: {exact: '1'}}",
        "withoutHeaders: {x-a: {}}",
        "method: {exact: POST}",
        "queryParams: {q: {exact: '1'}}",
        "sourceLabels: {app: shop}",
        "sourceNamespace: books",
        "port: 9080");
  }

  private String destinationRule(String host) {
    return object(
        "networking.istio.io/v1",
        "DestinationRule",
        host,
        "{host: "
            + host
            + ", subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}"
            + one("", ", trafficPolicy: {tls: {mode: DISABLE}}")
            + "}]"
            + one(
                "",
                ", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}",
                ", trafficPolicy: {portLevelSettings: [{port: {number: 9080}, tls: {mode:"
                    + " DISABLE}}]}")
            + "}");
  }

  private String authorizationPolicy(String name) {
    return object(
        "security.istio.io/v1",
        "AuthorizationPolicy",
        name,
        "{"
            + one(
                "",
                "selector: {matchLabels: {app: reviews}}, ",
                "selector: {matchLabels: {app: details}}, ")
            + one("", "action: DENY, ", "action: CUSTOM, provider: {name: p}, ")
            + "rules: [{"
            + one(
                "from: [{source: {principals: [cluster.local/ns/books/*]}}]",
                "from: [{source: {notNamespaces: [partner]}}]",
                "from: [{source: {serviceAccounts: [partner/shop]}}]",
                "from: [{source: {ipBlocks: [10.0.0.0/8]}}]",
                "from: [{source: {requestPrincipals: ['*']}}]",
                "when: [{key: 'request.headers[x-a]', values: ['1']}]",
                "when: [{key: 'request.auth.claims[r]', values: [x]}]")
            + one(
                "",
                ", to: [{operation: {methods: [GET]}}]",
                ", to: [{operation: {paths: ['/a*', '/{*}/b']}}]",
                ", to: [{operation: {notPaths: [/a], ports: ['9080']}}]")
            + "}]}");
  }

  private String peerAuthentication() {
    return object(
        "security.istio.io/v1",
        "PeerAuthentication",
        "peers",
        one(
            "{mtls: {mode: STRICT}}",
            "{mtls: {mode: DISABLE}}",
            "{selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}, portLevelMtls:"
                + " {'9080': {mode: PERMISSIVE}}}"));
  }

  private String requestAuthentication() {
    return object(
        "security.istio.io/v1",
        "RequestAuthentication",
        "tokens",
        one("{", "{selector: {matchLabels: {app: details}}, ")
            + "jwtRules: [{issuer: https://id.example.com, jwksUri: https://id.example.com/k"
            + one("", ", audiences: [web]", ", forwardOriginalToken: true")
            + "}]}");
  }

  private String sidecar() {
    return object(
        "networking.istio.io/v1",
        "Sidecar",
        "default",
        one(
            "{egress: [{hosts: [./*]}]}",
            "{egress: [{hosts: [books/reviews.books.svc.cluster.local]}], outboundTrafficPolicy:"
                + " {mode: REGISTRY_ONLY}}",
            "{workloadSelector: {labels: {app: productpage}}, egress: [{hosts: ['*/*']}]}"));
  }

  private String serviceEntry() {
    return object(
        "networking.istio.io/v1",
        "ServiceEntry",
        "api",
        "{hosts: [api.example.org], ports: [{number: 80, name: http, protocol: HTTP}], resolution:"
            + " DNS"
            + one("", ", exportTo: [.]", ", location: MESH_EXTERNAL")
            + "}");
  }

  private String gateway() {
    return object(
        "networking.istio.io/v1",
        "Gateway",
        "edge",
        "{selector: {istio: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP},"
            + " hosts: ["
            + one("'*'", "books.example.com", "./books.example.com")
            + "]"
            + one("", "", ", tls: {httpsRedirect: true}")
            + "}]}");
  }

  private static String object(String version, String kind, String name, String spec) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: books}\nspec: %s\n"
        .formatted(version, kind, name, spec);
  }

  private void maybe(Runnable add) {
    if (random.nextBoolean()) {
      add.run();
    }
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
