package io.meshc.simulate.run;

import io.meshc.simulate.pki.Authority;
import io.meshc.simulate.pki.Tokens;
import io.meshc.simulate.scenario.Check;
import io.meshc.simulate.scenario.Scenario;
import io.meshc.simulate.stub.Stub;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/// A scenario against real Envoys on the loopback interface.
public final class Simulate {
  /// As many as a machine of a developer bears: each takes some 40 MB.
  public static final int MOST_PROXIES = 100;

  private static final Duration READY = Duration.ofSeconds(20);

  private final Options options;
  private final Scenario scenario;
  private final Consumer<Verdict> watcher;
  private final Deadline deadline;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<String> logs = new ArrayList<>();

  private Simulate(Options options, Scenario scenario, Consumer<Verdict> watcher) {
    this.options = options;
    this.scenario = scenario;
    this.watcher = watcher;
    this.deadline = Deadline.in(options.time());
  }

  /// @param envoy the program
  /// @param beside where files lie that the scenario names
  /// @param time for all of it
  public record Options(Path envoy, Path beside, Duration time) {}

  /// What the proxies are given.
  public sealed interface Configurations {
    record At(Path directory) implements Configurations {}

    /// @param files by their paths
    record Made(SortedMap<String, String> files) implements Configurations {}
  }

  /// @param watcher hears of each check as soon as it is decided
  public static Ran run(
      Options options,
      Scenario scenario,
      Configurations configurations,
      Consumer<Verdict> watcher) {
    var simulate = new Simulate(options, scenario, watcher);
    try (Workspace workspace = Workspace.open(scenario)) {
      simulate.in(workspace, configurations);
      return new Ran.Done(simulate.verdicts, simulate.logs);
    } catch (CannotRun e) {
      return new Ran.Unusable(e.said(), e.help());
    } catch (IOException | GeneralSecurityException e) {
      return new Ran.Unusable(said(e), "");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Ran.Unusable("interrupted", "");
    }
  }

  static String said(Exception e) {
    if (e instanceof NoSuchFileException it) {
      return "`" + it.getFile() + "` does not exist";
    }
    if (e instanceof AccessDeniedException it) {
      return "`" + it.getFile() + "` may not be read or written";
    }
    String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
    return (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + cause;
  }

  private void in(Workspace workspace, Configurations configurations)
      throws CannotRun, IOException, GeneralSecurityException, InterruptedException {
    if (scenario.workloads().size() > MOST_PROXIES) {
      throw new CannotRun(
          scenario.workloads().size() + " proxies are more than a simulation runs",
          "at most " + MOST_PROXIES + "; choose some workloads");
    }
    switch (configurations) {
      case Configurations.At it -> workspace.copy(it.directory());
      case Configurations.Made it -> workspace.write(it.files());
    }
    var authority = new Authority(workspace.certs(), scenario.trustDomain());
    for (String identity : scenario.identities()) {
      authority.workload(identity);
    }
    for (Scenario.ServerCertificate it : scenario.certificates()) {
      authority.server(it.directory(), it.hosts(), it.authority());
    }
    var tokens = new Tokens(workspace.jwks());
    for (Scenario.Issuer it : scenario.issuers()) {
      tokens.add(it.name(), it.url(), it.audiences(), key(it));
    }
    if (validated(workspace)) {
      run(workspace, authority, tokens);
    }
  }

  private Optional<String> key(Scenario.Issuer issuer) throws IOException {
    return issuer.key().isEmpty()
        ? Optional.empty()
        : Optional.of(Files.readString(options.beside().resolve(issuer.key())));
  }

  /// Whether Envoy takes all of them. That it warns of a field is a failed check, but keeps nothing from running.
  private boolean validated(Workspace workspace)
      throws CannotRun, IOException, InterruptedException {
    boolean all = true;
    for (Scenario.Proxied it : scenario.workloads()) {
      Validation validation =
          Validation.of(
              options.envoy(),
              workspace.bootstrap(it),
              workspace.configs(),
              workspace.log(it, "validation"),
              deadline);
      all &= validation.refused().isEmpty();
      add(it.name() + ": Envoy accepts the bootstrap", validation.refused().stream().toList());
      add(it.name() + ": no deprecated field", validation.deprecated().stream().limit(1).toList());
    }
    return all;
  }

  private void run(Workspace workspace, Authority authority, Tokens tokens)
      throws CannotRun, IOException, GeneralSecurityException, InterruptedException {
    var stubs = new LinkedHashMap<String, Stub>();
    var proxies = new LinkedHashMap<String, Envoy>();
    try {
      for (Scenario.App it : scenario.apps()) {
        stubs.put(it.name(), Stub.start(moved(it, workspace), authority));
      }
      for (Scenario.Proxied it : scenario.workloads()) {
        proxies.put(it.name(), Envoy.start(options.envoy(), it, workspace));
      }
      if (ready(proxies)) {
        var checker = new Checker(scenario, workspace, authority, tokens, proxies, stubs, deadline);
        for (Check it : scenario.checks()) {
          add(checker.check(it));
        }
      }
      if (verdicts.stream().anyMatch(it -> !it.passed())) {
        proxies.forEach((name, it) -> it.logged().forEach(line -> logs.add(name + " | " + line)));
      }
    } finally {
      proxies.values().forEach(Envoy::stop);
      proxies.values().forEach(Envoy::close);
      stubs.values().forEach(Stub::close);
    }
  }

  private static Scenario.App moved(Scenario.App app, Workspace workspace) {
    return new Scenario.App(
        app.name(),
        workspace.blocks().apply(app.address()),
        app.port(),
        app.speaks(),
        app.reactions(),
        app.serves());
  }

  private boolean ready(Map<String, Envoy> proxies) throws InterruptedException {
    Deadline limit = Deadline.in(READY).orEarlier(deadline);
    boolean all = true;
    for (Map.Entry<String, Envoy> it : proxies.entrySet()) {
      Optional<String> reason = it.getValue().expectReady(limit);
      all &= reason.isEmpty();
      add(it.getKey() + ": ready", reason.stream().toList());
    }
    return all;
  }

  private void add(String name, List<String> problems) {
    add(new Verdict(name, problems, ""));
  }

  private void add(Verdict verdict) {
    verdicts.add(verdict);
    watcher.accept(verdict);
  }
}
