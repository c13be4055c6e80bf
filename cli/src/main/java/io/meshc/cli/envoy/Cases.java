package io.meshc.cli.envoy;

import io.meshc.model.Lookup;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.simulate.scenario.Check;
import io.meshc.simulate.scenario.Expect;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Question;
import io.meshc.validate.verify.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The requests that a mesh tells apart: of all that [Samples] asks, one for each client, port, answer and reason for it.
final class Cases {
  /// So many a run stands.
  static final int MOST = 2000;

  private static final int SPLIT = 400;
  private static final int AT_ONCE = 4;
  private static final int PATIENCE = 4000;

  /// More than the head of a TLS record: of fewer bytes nobody can tell that they are none, and a proxy that looks waits for more.
  private static final String BYTES = "some bytes\n";

  private static final Pattern SENDABLE = Pattern.compile("[!-~]+");
  private static final Pattern METHOD = Pattern.compile("[A-Z]+");
  private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?|");

  private final Lookup lookup;
  private final Stage stage;
  private final Decide decide;
  private final Map<String, String> clients = new TreeMap<>();
  private final Map<String, List<Case>> cases = new LinkedHashMap<>();
  private final Choice choice;
  private int asked;
  private int found;

  /// Which requests stand for a class.
  ///
  /// @param each how many, if there are as many
  /// @param seed of those that are drawn at random; empty for the first ones, and none beside those at a border
  record Choice(int each, OptionalLong seed) {}

  private Cases(Lookup lookup, Stage stage, Choice choice) {
    this.choice = choice;
    this.lookup = lookup;
    this.stage = stage;
    this.decide = Decide.in(lookup);
    for (Workload it : lookup.mesh().workloads()) {
      boolean runs = stage.proxied().stream().anyMatch(at -> at.name().equals(it.label()));
      if (runs) {
        clients.putIfAbsent(it.identity().label(), it.label());
      }
    }
  }

  /// @param cases what is sent
  /// @param classes how many classes there are
  /// @param asked how many questions they were made of
  record Found(List<Case> cases, int classes, int asked) {}

  static Found of(Lookup lookup, Stage stage, Choice choice) {
    var cases = new Cases(lookup, stage, choice);
    var samples = new Samples(List.of(lookup));
    for (Service service : lookup.mesh().services()) {
      if (!service.endpoints().isEmpty()) {
        cases.about(service, samples);
      }
    }
    List<Case> all = cases.cases.values().stream().flatMap(List::stream).toList();
    return new Found(all, cases.cases.size(), cases.asked);
  }

  private void about(Service service, Samples samples) {
    var questions = new LinkedHashSet<Question>();
    for (Question it : samples.about(service)) {
      if (it.from() instanceof Client.OfAccount(var namespace, var account)
          && !clients.containsKey(namespace + "/" + account)) {
        // Nobody runs as the one of whom no policy speaks: all those who run stand for it.
        clients.keySet().forEach(label -> questions.add(it.by(account(label))));
      } else {
        questions.add(it);
      }
    }
    if (choice.seed().isPresent()) {
      new Mixed(choice.seed().getAsLong()).with(questions).forEach(it -> add(it, service));
    } else {
      questions.forEach(it -> add(it, service));
    }
  }

  private static Client account(String label) {
    int slash = label.indexOf('/');
    return new Client.OfAccount(label.substring(0, slash), label.substring(slash + 1));
  }

  private void add(Question question, Service service) {
    Optional<Check.Towards> towards = towards(question, service);
    if (towards.isEmpty() || !isSendable(question) || isMisread(question, service)) {
      return;
    }
    asked++;
    Decision decision = decide.answer(question);
    String client = client(question.from());
    List<Case> alike =
        cases.computeIfAbsent(key(client, question, decision), _ -> new ArrayList<>());
    if (alike.size() < choice.each() && found < MOST) {
      found++;
      alike.add(new Case(client, question, decision, check(question, decision, towards.get())));
    }
  }

  /// What was looked at and covered the request, and what came of it.
  private static String key(String client, Question question, Decision decision) {
    var key = new StringBuilder(client + " " + question.host() + " " + question.port());
    key.append(question.http()).append(decision.verdict()).append(decision.reason());
    decision.status().ifPresent(key::append);
    decision
        .backends()
        .forEach(it -> key.append(it.workload()).append(it.share()).append(it.verdict()));
    decision.steps().stream()
        .filter(Decision.Step::matched)
        .forEach(it -> key.append(it.point()).append(it.origin().place()));
    return key.toString();
  }

  private String client(Client from) {
    return from instanceof Client.OfAccount(var namespace, var account)
        ? clients.getOrDefault(namespace + "/" + account, "?")
        : "(no proxy)";
  }

  /// The client's own proxy; or the one workload behind a Service, whose address a client without a proxy would get.
  private Optional<Check.Towards> towards(Question question, Service service) {
    if (question.from() instanceof Client.OfAccount(var namespace, var account)) {
      return Optional.ofNullable(clients.get(namespace + "/" + account))
          .map(it -> new Check.Towards(new Check.Peer.ProxyOf(it), Optional.empty()));
    }
    if (!(question.from() instanceof Client.Outside) || service.endpoints().size() != 1) {
      return Optional.empty();
    }
    Workload server = service.endpoints().getFirst();
    OptionalInt port =
        service
            .port(question.port().orElse(0))
            .map(it -> it.at(server))
            .orElse(OptionalInt.empty());
    Optional<String> address = Optional.ofNullable(stage.addresses().get(server.label()));
    return port.isPresent() && address.isPresent()
        ? Optional.of(
            new Check.Towards(
                new Check.Peer.Past(address.get(), port.getAsInt()), Optional.empty()))
        : Optional.empty();
  }

  /// Bytes where HTTP is read, and both ends wait for each other; or HTTP to an application that answers with bytes.
  private static boolean isMisread(Question question, Service service) {
    return service
        .port(question.port().orElse(0))
        .filter(it ->
            switch (it.protocol()) {
              case HTTP -> !question.http();
              case TCP -> question.http();
              case SNIFFED -> false;
            })
        .isPresent();
  }

  /// What a client can write on a line of HTTP, and what Envoy's own parser takes.
  private static boolean isSendable(Question question) {
    boolean headers =
        question.headers().entrySet().stream()
            .allMatch(it ->
                SENDABLE.matcher(it.getKey()).matches()
                    && !it.getKey().startsWith(":")
                    && it.getValue().size() == 1
                    && VALUE.matcher(it.getValue().getFirst()).matches());
    return !question.http()
        || (headers
            && SENDABLE.matcher(question.path()).matches()
            && !question.path().contains("#")
            && !question.path().contains("\\")
            && METHOD.matcher(question.method()).matches());
  }

  private static Check check(Question question, Decision decision, Check.Towards towards) {
    boolean parts =
        decision.backends().size() > 1
            || decision.backends().stream().anyMatch(it -> it.share().most() < 1);
    var repeat =
        parts ? new Check.Repeat(SPLIT, AT_ONCE, PATIENCE) : new Check.Repeat(1, 1, PATIENCE);
    int port = question.port().orElse(80);
    String name = question.host() + ":" + port;
    if (!question.http()) {
      return new Check.Tcp(name, 0, towards, port, BYTES, repeat, Expect.status());
    }
    var headers = new LinkedHashMap<String, String>();
    question.headers().forEach((header, values) -> headers.put(header, values.getFirst()));
    return new Check.Http(
        name,
        0,
        towards,
        port,
        question.authority().orElse(name),
        question.path(),
        question.method(),
        headers,
        Optional.empty(),
        false,
        Optional.empty(),
        repeat,
        Expect.status());
  }
}
