package io.meshc.example;

import io.meshc.example.RandomLinkerd.Authorization;
import io.meshc.example.RandomLinkerd.Match;
import io.meshc.example.RandomLinkerd.Policy;
import io.meshc.example.RandomLinkerd.Request;
import io.meshc.example.RandomLinkerd.Route;
import io.meshc.example.RandomLinkerd.Server;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What Linkerd does with a request, sentence by sentence and without any index: a second reading, to hold the first one against.
///
/// @param all what is configured
record PlainLinkerd(RandomLinkerd all) {

  /// A way that a route is matched: how many characters of the path, then method and header.
  private record Score(int length, int method, int header) implements Comparable<Score> {
    @Override
    public int compareTo(Score other) {
      int order = Integer.compare(length, other.length);
      order = order != 0 ? order : Integer.compare(method, other.method);
      return order != 0 ? order : Integer.compare(header, other.header);
    }
  }

  /// `allow 200`, `deny 403`, `deny`, `mixed`, `unknown`.
  String answer(Request request) {
    if (request.from().isEmpty()) {
      return joined(List.of(inbound(request, request.app(), request.port())));
    }
    List<Route> routes =
        request.http()
            ? all.routes.stream()
                .filter(it -> it.outbound() && it.parent().equals(request.app()))
                .toList()
            : List.of();
    if (routes.isEmpty()) {
      return joined(List.of(inbound(request, request.app(), request.port())));
    }
    List<Route> best = best(routes, request);
    if (best.isEmpty()) {
      return "deny 404";
    }
    var answers = new TreeMap<String, String>();
    for (Route it : best) {
      answers.put(shares(it), joined(outbound(it, request)));
    }
    return answers.size() > 1 ? "unknown" : answers.firstEntry().getValue();
  }

  /// Routes with the same shares go to the same places.
  private static String shares(Route route) {
    int sum = route.weights().get(0) + route.weights().get(1);
    return route.weights().get(0) * 1000 / sum + " of 1000";
  }

  private List<String> outbound(Route route, Request request) {
    var answers = new ArrayList<String>();
    if (route.weights().get(0) > 0) {
      answers.add(inbound(request, "web", 8080));
    }
    if (route.weights().get(1) > 0) {
      answers.add(inbound(request, "api", 9090));
    }
    return answers;
  }

  private static String joined(List<String> answers) {
    if (answers.contains("unknown")) {
      return "unknown";
    }
    var verdicts = new TreeSet<String>();
    answers.forEach(it -> verdicts.add(it.split(" ")[0]));
    if (verdicts.size() > 1) {
      return "mixed";
    }
    return new TreeSet<>(answers).size() > 1 ? verdicts.first() : answers.getFirst();
  }

  /// At the proxy of an application.
  private String inbound(Request request, String app, int port) {
    return all.servers.stream()
        .filter(it -> it.guards(app, port))
        // of several the first by name, where nobody shows their age
        .min(Comparator.comparing(Server::name))
        .map(it -> at(it, request, port))
        .orElseGet(() -> {
          boolean let = isProbe(request, port) || byDefault(all.fallback, request);
          return said(let, request.http(), request);
        });
  }

  private String at(Server server, Request request, int port) {
    boolean ofHttp = List.of("HTTP/1", "HTTP/2", "gRPC").contains(server.protocol());
    boolean opaque = List.of("opaque", "TLS").contains(server.protocol());
    if (ofHttp && !request.http()) {
      return "deny";
    }
    boolean seen = request.http() && !opaque;
    boolean byServer = byDefault(server.policy(), request) || granted(server, request);
    boolean routed = seen && !server.protocol().equals("gRPC");
    List<Route> routes =
        routed
            ? all.routes.stream()
                .filter(it -> !it.outbound() && it.parent().equals(server.name()))
                .toList()
            : List.of();
    if (routes.isEmpty()) {
      boolean probe = seen && isProbe(request, port);
      return said(byServer || probe, seen, request);
    }
    var answers = new TreeSet<String>();
    for (Route it : best(routes, request)) {
      answers.add(said(byServer || byPolicy("HTTPRoute " + it.name(), request), true, request));
    }
    if (answers.isEmpty()) {
      return "deny 404";
    }
    return answers.size() > 1 ? "unknown" : answers.first();
  }

  private static String said(boolean allowed, boolean seen, Request request) {
    if (allowed) {
      return request.http() ? "allow 200" : "allow";
    }
    return seen ? "deny 403" : "deny";
  }

  private static boolean isProbe(Request request, int port) {
    return request.http()
        && request.method().equals("GET")
        && request.path().equals("/ready")
        && port == 8080;
  }

  private static boolean byDefault(String policy, Request request) {
    boolean near = request.address().startsWith("10.");
    return switch (policy) {
      case "all-unauthenticated", "audit" -> true;
      case "all-authenticated" -> request.from().isPresent();
      case "cluster-authenticated" -> request.from().isPresent() && near;
      case "cluster-unauthenticated" -> near;
      default -> false;
    };
  }

  private boolean granted(Server server, Request request) {
    for (Authorization it : all.authorizations) {
      boolean near = !it.inCluster() || request.address().startsWith("10.");
      boolean who = it.anybody() || request.from().filter(it.accounts()::contains).isPresent();
      if (it.server().equals(server.name()) && near && who) {
        return true;
      }
    }
    return byPolicy("Server " + server.name(), request) || byPolicy("Namespace", request);
  }

  private boolean byPolicy(String target, Request request) {
    return all.policies.stream()
        .filter(it -> it.target().equals(target) && !it.dangling())
        .anyMatch(it -> lets(it, request));
  }

  private static boolean lets(Policy policy, Request request) {
    boolean who =
        policy.accounts().isEmpty()
            || request.from().filter(policy.accounts()::contains).isPresent();
    return who && (policy.network().isEmpty() || request.address().startsWith("10.1."));
  }

  /// All that no other goes before.
  private static List<Route> best(List<Route> routes, Request request) {
    Map<Route, Score> scores = new java.util.LinkedHashMap<>();
    for (Route route : routes) {
      route.matches().stream()
          .flatMap(it -> score(it, request).stream())
          .max(Score::compareTo)
          .ifPresent(it -> scores.put(route, it));
    }
    Optional<Score> top = scores.values().stream().max(Score::compareTo);
    return scores.keySet().stream()
        .filter(it -> scores.get(it).compareTo(top.orElseThrow()) == 0)
        .toList();
  }

  private static Optional<Score> score(Match match, Request request) {
    boolean rest =
        match.method().map(request.method()::equals).orElse(true)
            && (!match.header() || request.header());
    Optional<Integer> length = length(match, request.path());
    return rest
        ? length.map(
            it -> new Score(it, match.method().isPresent() ? 1 : 0, match.header() ? 1 : 0))
        : Optional.empty();
  }

  private static Optional<Integer> length(Match match, String path) {
    String wanted = match.path();
    boolean prefix = wanted.equals("/") || path.equals(wanted) || path.startsWith(wanted + "/");
    return switch (match.type()) {
      case "Exact" -> path.equals(wanted) ? Optional.of(path.length()) : Optional.empty();
      case "PathPrefix" -> prefix ? Optional.of(wanted.length()) : Optional.empty();
      // `/a/(b|b/c)` finds no more than `/a/b`, `/a.*` everything to the end
      default ->
          (wanted.contains("|") ? path.equals("/a/b") : path.startsWith("/a"))
              ? Optional.of(path.length())
              : Optional.empty();
    };
  }
}
