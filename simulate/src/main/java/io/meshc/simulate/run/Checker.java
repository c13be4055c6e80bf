package io.meshc.simulate.run;

import io.meshc.simulate.pki.Authority;
import io.meshc.simulate.pki.Tokens;
import io.meshc.simulate.scenario.Check;
import io.meshc.simulate.scenario.Expect;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.simulate.stub.Stub;
import io.meshc.simulate.wire.Exchange;
import io.meshc.simulate.wire.Http1;
import io.meshc.simulate.wire.Http2;
import io.meshc.simulate.wire.Outcome;
import io.meshc.simulate.wire.Target;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Does what checks say, against what is running.
final class Checker {
  private final Scenario scenario;
  private final Workspace workspace;
  private final Authority authority;
  private final Tokens tokens;
  private final Map<String, Envoy> proxies;
  private final Map<String, Stub> stubs;
  private final Deadline deadline;

  Checker(
      Scenario scenario,
      Workspace workspace,
      Authority authority,
      Tokens tokens,
      Map<String, Envoy> proxies,
      Map<String, Stub> stubs,
      Deadline deadline) {
    this.scenario = scenario;
    this.workspace = workspace;
    this.authority = authority;
    this.tokens = tokens;
    this.proxies = proxies;
    this.stubs = stubs;
    this.deadline = deadline;
  }

  /// Until it passes, or its time is up.
  Verdict check(Check check) throws IOException, GeneralSecurityException, InterruptedException {
    Deadline until = Deadline.in(Duration.ofMillis(check.eventuallyMillis())).orEarlier(deadline);
    while (true) {
      Verdict verdict = once(check);
      if (verdict.passed() || until.isOver()) {
        return verdict;
      }
      Thread.sleep(100);
    }
  }

  private Verdict once(Check check)
      throws IOException, GeneralSecurityException, InterruptedException {
    if (deadline.isOver()) {
      return new Verdict(check.name(), List.of("the time of the whole run is up"), "");
    }
    return switch (check) {
      case Check.Pause it -> {
        Thread.sleep(Math.clamp(deadline.leftMillis(), 0, it.millis()));
        yield new Verdict(it.name(), List.of(), "");
      }
      case Check.Replace it -> {
        yield new Verdict(it.name(), replaced(it), "");
      }
      case Check.Statistic it -> statistic(it);
      case Check.Http it -> judged(it.name(), it.expect(), it.repeat(), http(it));
      case Check.Tcp it -> judged(it.name(), it.expect(), it.repeat(), tcp(it));
    };
  }

  private List<String> replaced(Check.Replace check) {
    try {
      workspace.replace(check.target(), check.source());
      return List.of();
    } catch (IOException e) {
      return List.of(Simulate.said(e));
    }
  }

  private Verdict statistic(Check.Statistic check) {
    Envoy envoy = proxies.get(check.workload());
    String name = workspace.blocks().apply(check.stat());
    OptionalLong value = envoy == null ? OptionalLong.empty() : envoy.statistic(name);
    if (value.isEmpty()) {
      String problem = check.workload() + " has no statistic " + name;
      return new Verdict(check.name(), List.of(problem), "");
    }
    List<String> problems =
        check.bounds().violation(name, (double) value.getAsLong()).stream().toList();
    return new Verdict(check.name(), problems, Long.toString(value.getAsLong()));
  }

  private Verdict judged(String name, Expect expect, Check.Repeat repeat, Supplier<Outcome> one)
      throws InterruptedException {
    Map<String, Integer> before = hits();
    List<Outcome> outcomes = outcomes(repeat, one, deadline);
    if (outcomes.size() < repeat.count()) {
      return new Verdict(name, List.of("the time of the whole run is up"), "", outcomes);
    }
    Map<String, Integer> hits = hits();
    hits.replaceAll((app, count) -> count - before.getOrDefault(app, 0));
    return new Verdict(
        name, Judge.problems(expect, outcomes, hits), note(expect, outcomes), outcomes);
  }

  private Map<String, Integer> hits() {
    var counts = new TreeMap<String, Integer>();
    stubs.forEach((name, stub) -> counts.put(name, stub.hits()));
    return counts;
  }

  /// As many as there is time for.
  static List<Outcome> outcomes(Check.Repeat repeat, Supplier<Outcome> one, Deadline deadline)
      throws InterruptedException {
    var outcomes = new ArrayList<Outcome>();
    if (repeat.concurrency() <= 1) {
      for (int i = 0; i < repeat.count() && !deadline.isOver(); i++) {
        outcomes.add(one.get());
      }
      return outcomes;
    }
    try (var pool = Executors.newFixedThreadPool(repeat.concurrency())) {
      var running = new ArrayList<Future<Optional<Outcome>>>();
      for (int i = 0; i < repeat.count(); i++) {
        running.add(
            pool.submit(() -> deadline.isOver() ? Optional.empty() : Optional.of(one.get())));
      }
      for (Future<Optional<Outcome>> it : running) {
        it.get().ifPresent(outcomes::add);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request whose outcome is no value", e);
    }
    return outcomes;
  }

  private static String note(Expect expect, List<Outcome> outcomes) {
    var parts = new ArrayList<String>();
    if (!expect.split().isEmpty()) {
      parts.add(Judge.shown(Judge.count(outcomes, Outcome::servedBy)));
    }
    if (!expect.counts().isEmpty()) {
      parts.add(Judge.shown(Judge.count(outcomes, Outcome::label)));
    }
    if (expect.elapsed().isPresent()) {
      double longest = outcomes.stream().mapToDouble(Outcome::millis).max().orElse(0);
      parts.add(Math.round(longest) + " ms");
    }
    return String.join(", ", parts);
  }

  private Supplier<Outcome> http(Check.Http check) throws IOException, GeneralSecurityException {
    Target target = target(check.towards(), check.port(), check.repeat().timeoutMillis());
    var headers = new LinkedHashMap<String, String>();
    headers.put("host", check.host());
    headers.put("user-agent", "meshc");
    headers.put("connection", "close");
    headers.putAll(check.headers());
    if (check.token().isPresent()) {
      headers.put("authorization", "Bearer " + tokens.issue(check.token().get()));
    }
    return check.http2()
        ? () -> Http2.request(target, check.method(), check.path(), headers)
        : () -> Http1.request(target, check.method(), check.path(), headers, check.body());
  }

  private Supplier<Outcome> tcp(Check.Tcp check) throws IOException, GeneralSecurityException {
    Target target = target(check.towards(), check.port(), check.repeat().timeoutMillis());
    return () -> Exchange.tcp(target, check.send());
  }

  private Target target(Check.Towards towards, int port, int patience)
      throws IOException, GeneralSecurityException {
    Optional<Target.Tls> tls = Optional.empty();
    if (towards.tls().isPresent()) {
      Check.TlsClient it = towards.tls().get();
      var context = authority.client(it.identity(), it.authority(), it.trust());
      tls = Optional.of(new Target.Tls(context, it.serverName(), it.protocols()));
    }
    int millis = (int) Math.max(100, Math.min(deadline.leftMillis(), patience));
    return switch (towards.peer()) {
      case Check.Peer.ProxyOf it ->
          new Target(workspace.blocks().apply(outbound(it.workload())), port, tls, millis);
      case Check.Peer.Past it ->
          new Target(workspace.blocks().apply(it.address()), it.port(), tls, millis);
    };
  }

  private String outbound(String workload) {
    return scenario.workloads().stream()
        .filter(it -> it.name().equals(workload))
        .map(Scenario.Proxied::outbound)
        .findFirst()
        .orElse("");
  }
}
