package io.meshc.validate.verify;

import io.meshc.model.Authorization;
import io.meshc.model.Identity;
import io.meshc.model.Lookup;
import io.meshc.model.Route;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.Alternatives;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Questions that can tell two meshes apart: for each Service port and each kind of client, requests that a rule covers, and
/// then the same request with one attribute at a time moved over every border that any rule draws.
public final class Samples {
  private static final String ELSEWHERE = "/meshc-elsewhere";

  private final List<Lookup> meshes;

  public Samples(List<Lookup> meshes) {
    this.meshes = meshes;
  }

  /// All questions about one Service.
  public List<Question> about(Service service) {
    List<Match> matches = matchesAt(service);
    Predicates predicates = Predicates.of(matches);
    var questions = new LinkedHashSet<Question>();
    for (Client client : clients(service, predicates)) {
      for (int port : ports(service, predicates)) {
        String host = service.name().host(meshes.getFirst().mesh().assumptions().clusterDomain());
        questions.add(Question.tcp(client, host, port));
        for (Question base : bases(client, host, port, matches)) {
          questions.add(base);
          vary(base, predicates, questions);
        }
      }
    }
    return List.copyOf(questions);
  }

  private List<Match> matchesAt(Service service) {
    var matches = new ArrayList<Match>();
    for (Lookup lookup : meshes) {
      Optional<Service> here = lookup.service(service.name());
      List<Route> routes = lookup.routesOf(service.name());
      routes.forEach(route -> route.rules().forEach(it -> matches.add(it.match().value())));
      Stream<Service> leaves =
          routes.stream()
              .flatMap(it -> it.rules().stream())
              .flatMap(it -> it.backends().stream())
              .flatMap(it -> lookup.service(it.service().value()).stream());
      Stream.concat(here.stream(), leaves)
          .flatMap(it -> it.endpoints().stream())
          .distinct()
          .flatMap(it -> lookup.authorizationsAt(it).stream())
          .flatMap(it -> it.rules().stream())
          .map(Authorization.Rule::match)
          .forEach(matches::add);
    }
    return matches.stream().distinct().toList();
  }

  /// Everybody whom a rule names, one whom no rule names, and one outside.
  private Set<Client> clients(Service service, Predicates predicates) {
    var clients = new LinkedHashSet<Client>();
    clients.add(new Client.Outside());
    clients.add(new Client.OfAccount(service.name().namespace(), "meshc-stranger"));
    for (TextPattern pattern : predicates.identities()) {
      if (pattern instanceof TextPattern.Exact(var text)) {
        Identity.parse(text)
            .ifPresent(it -> clients.add(new Client.OfAccount(it.namespace(), it.account())));
      }
    }
    boolean patterns =
        predicates.identities().stream().anyMatch(it -> !(it instanceof TextPattern.Exact));
    meshes.stream()
        .flatMap(it -> it.mesh().workloads().stream())
        .map(Workload::identity)
        .distinct()
        .limit(patterns ? 100 : 10)
        .forEach(it -> clients.add(new Client.OfAccount(it.namespace(), it.account())));
    return clients;
  }

  private Set<Integer> ports(Service service, Predicates predicates) {
    var ports = new TreeSet<Integer>();
    for (Lookup lookup : meshes) {
      lookup.service(service.name()).stream()
          .flatMap(it -> it.ports().stream())
          .map(ServicePort::number)
          .forEach(ports::add);
    }
    ports.addAll(predicates.ports());
    if (ports.isEmpty()) {
      ports.add(80);
    }
    return ports;
  }

  /// One request inside each alternative of each match, and one that nobody speaks of.
  private static List<Question> bases(Client client, String host, int port, List<Match> matches) {
    var bases = new ArrayList<Question>();
    bases.add(Question.get(client, host, port, ELSEWHERE));
    matches.stream()
        .flatMap(it -> Alternatives.of(it).stream())
        .distinct()
        .map(it -> inside(Question.get(client, host, port, "/"), it))
        .forEach(bases::add);
    return bases;
  }

  private static Question inside(Question base, Match alternative) {
    Question question = base;
    for (Match part : Alternatives.parts(alternative)) {
      question =
          switch (part) {
            case Match.OnPath(var path) -> path(question, first(path, question.path()));
            case Match.OnMethod(var method) -> question.method(first(method, "GET"));
            case Match.OnHeader(var name, var value) -> header(question, name, first(value, "x"));
            case Match.Unclear(var atLeast, var _, var _) -> inside(question, atLeast);
            default -> question;
          };
    }
    return question;
  }

  private static String first(TextPattern pattern, String otherwise) {
    return pattern.accepts(otherwise)
        ? otherwise
        : TextSamples.inside(pattern).stream().findFirst().orElse(otherwise);
  }

  private static void vary(Question base, Predicates predicates, Set<Question> into) {
    for (TextPattern pattern : predicates.paths()) {
      for (String value : TextSamples.around(pattern)) {
        into.add(path(base, value));
        into.add(path(base, value + "?q=" + value));
      }
    }
    for (TextPattern pattern : predicates.methods()) {
      TextSamples.inside(pattern).forEach(it -> into.add(base.method(it)));
    }
    Stream.of("GET", "POST", "PATCH").forEach(it -> into.add(base.method(it)));
    predicates
        .headers()
        .forEach((name, patterns) -> {
          into.add(without(base, name));
          patterns.stream()
              .flatMap(it -> TextSamples.around(it).stream())
              .forEach(it -> into.add(header(base, name, it)));
        });
  }

  private static Question path(Question base, String path) {
    return base.path(path.startsWith("/") ? path : "/" + path);
  }

  private static Question header(Question base, String name, String value) {
    Map<String, List<String>> headers = new LinkedHashMap<>(base.headers());
    headers.put(name, List.of(value));
    return base.headers(headers);
  }

  private static Question without(Question base, String name) {
    Map<String, List<String>> headers = new LinkedHashMap<>(base.headers());
    headers.remove(name);
    return base.headers(headers);
  }
}
