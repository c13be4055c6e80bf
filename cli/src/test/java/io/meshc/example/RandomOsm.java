package io.meshc.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random objects of SMI and Open Service Mesh for the apps of the depot, and random requests to them.
final class RandomOsm {
  private final Random random;

  RandomOsm(Random random) {
    this.random = random;
  }

  List<String> objects() {
    var objects = new ArrayList<String>();
    objects.add(meshConfig());
    objects.add(
        object("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", "depot", "routes", routes()));
    objects.add(
        object("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", "front", "routes", routes()));
    objects.add(
        object(
            "specs.smi-spec.io/v1alpha4",
            "TCPRoute",
            "depot",
            "ports",
            "{matches: {ports: [" + one("8080", "5432", "8080, 5432") + "]}}"));
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      objects.add(trafficTarget("target-" + i));
    }
    if (random.nextBoolean()) {
      objects.add(split());
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      objects.add(ingress("ingress-" + i, one("parcels", "scales", "stamps", "seals")));
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      objects.add(egress("egress-" + i));
    }
    if (random.nextInt(3) == 0) {
      objects.add(setting());
    }
    return objects;
  }

  String request() {
    String to =
        one(
            "parcels.depot:80",
            "parcels.depot:80",
            "parcels.depot:5432",
            "spread.depot:80",
            "scales.depot:80",
            "stamps.depot:80",
            "probe.front:7000",
            "ledger.legacy:80",
            "api.example.com:80",
            "api.example.com:443",
            "192.0.2.7:5432");
    String protocol = to.endsWith("5432") ? ", \"protocol\": \"tcp\"" : "";
    String from =
        one(
            "\"sa:front/shop\"",
            "\"sa:front/shop\"",
            "\"sa:front/kiosk\"",
            "\"sa:front/probe\"",
            "\"workload:edge/gate\"",
            "\"spiffe://cluster.local/ns/edge/sa/gate\"",
            "null");
    return "{\"from\": "
        + from
        + ", \"to\": \""
        + to
        + "\", \"method\": \""
        + one("GET", "POST")
        + "\", \"path\": \""
        + one("/", "/a", "/a/b", "/b?q=1", "/slow")
        + "\", \"sourceIp\": \""
        + one("10.9.0.7", "192.0.2.7")
        + "\""
        + (to.endsWith("443") ? ", \"scheme\": \"https\"" : "")
        + protocol
        + "}";
  }

  private String meshConfig() {
    return object(
        "config.openservicemesh.io/" + one("v1alpha1", "v1alpha2"),
        "MeshConfig",
        "osm-system",
        "osm-mesh-config",
        "{traffic: {enablePermissiveTrafficPolicyMode: "
            + one("true", "false", "false")
            + ", enableEgress: "
            + one("true", "false", "false")
            + one("", ", inboundPortExclusionList: [5432]", ", outboundPortExclusionList: [443]")
            + "}, featureFlags: {enableRetryPolicy: true}}");
  }

  private String routes() {
    var matches = new ArrayList<String>();
    for (String name : List.of("a", "b", "c")) {
      matches.add(
          "{name: "
              + name
              + one("", ", pathRegex: /a", ", pathRegex: \"/a/.*\"", ", pathRegex: \".*\"")
              + one("", ", methods: [GET]", ", methods: [GET, POST]")
              + "}");
    }
    return "{matches: [" + String.join(", ", matches) + "]}";
  }

  private String trafficTarget(String name) {
    String account = one("parcels", "spread", "scales");
    String rules =
        one(
            "{kind: HTTPRouteGroup, name: routes, matches: [a]}",
            "{kind: HTTPRouteGroup, name: routes, matches: [b, c]}",
            "{kind: TCPRoute, name: ports}",
            "{kind: HTTPRouteGroup, name: routes, matches: [a]}, {kind: TCPRoute, name: ports}");
    return object(
        "access.smi-spec.io/v1alpha3",
        "TrafficTarget",
        "depot",
        name,
        "{destination: {kind: ServiceAccount, name: "
            + account
            + ", namespace: depot}, sources: [{kind: ServiceAccount, name: "
            + one("shop", "kiosk", "probe")
            + ", namespace: front}], rules: ["
            + rules
            + "]}");
  }

  private String split() {
    return object(
        "split.smi-spec.io/v1alpha2",
        "TrafficSplit",
        "depot",
        "spread",
        "{service: spread, backends: [{service: spread-a, weight: "
            + one("0", "1", "9")
            + "}, {service: spread-b, weight: 1}]}");
  }

  private String ingress(String name, String backend) {
    String port =
        one(
            "8080, protocol: http",
            "8080, protocol: http",
            "8443, protocol: https",
            "8443, protocol: HTTPS");
    String tls =
        one(
            "",
            ", tls: {skipClientCertValidation: true}",
            ", tls: {skipClientCertValidation: false}");
    String sources =
        one(
            "{kind: Service, name: gate, namespace: edge}",
            "{kind: IPRange, name: 10.9.0.0/16}",
            "{kind: IPRange, name: 10.9.0.0/16}, {kind: AuthenticatedPrincipal, name:"
                + " gate.edge.cluster.local}",
            "{kind: AuthenticatedPrincipal, name: other.edge.cluster.local}");
    return object(
        "policy.openservicemesh.io/v1alpha1",
        "IngressBackend",
        "depot",
        name,
        "{backends: [{name: "
            + backend
            + ", port: {number: "
            + port
            + "}"
            + tls
            + "}], sources: ["
            + sources
            + "]}");
  }

  private String egress(String name) {
    return object(
        "policy.openservicemesh.io/v1alpha1",
        "Egress",
        "front",
        name,
        "{sources: [{kind: ServiceAccount, name: "
            + one("shop", "kiosk")
            + ", namespace: front}]"
            + one("", ", hosts: [api.example.com]", ", hosts: [\"*.example.com\"]")
            + one("", ", ipAddresses: [192.0.2.0/24]")
            + ", ports: [{number: "
            + one("80, protocol: http", "443, protocol: https", "5432, protocol: tcp")
            + "}]"
            + one(
                "",
                ", matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, name:"
                    + " routes}]")
            + "}");
  }

  private String setting() {
    return object(
        "policy.openservicemesh.io/v1alpha1",
        "UpstreamTrafficSetting",
        "depot",
        "parcels",
        "{host: parcels.depot.svc.cluster.local, rateLimit: {global: {http: {rateLimitService:"
            + " {host: a, port: 1}, domain: d}}}, httpRoutes: [{path: /slow, rateLimit: {global:"
            + " {descriptors: [{entries: [{remoteAddress: {}}]}]}}}]}");
  }

  private static String object(
      String version, String kind, String namespace, String name, String spec) {
    return "apiVersion: "
        + version
        + "\nkind: "
        + kind
        + "\nmetadata: {name: "
        + name
        + ", namespace: "
        + namespace
        + "}\nspec: "
        + spec
        + "\n";
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
