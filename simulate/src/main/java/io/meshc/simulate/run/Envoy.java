package io.meshc.simulate.run;

import io.meshc.simulate.scenario.Scenario;
import io.meshc.simulate.wire.Http1;
import io.meshc.simulate.wire.Outcome;
import io.meshc.simulate.wire.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// One running Envoy.
///
/// A shell stands between: it ends the Envoy when its own input ends, which happens however this program ends, even if it is
/// killed.
final class Envoy implements AutoCloseable {
  /// Its input is the pipe from this program; `$1` is the Envoy, the rest what it is given.
  private static final String GUARD =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      {
        read -r _ <&3
        kill -TERM $child 2>/dev/null
        for i in 1 2 3 4 5 6 7 8 9 10; do
          sleep 0.2
          kill -0 $child 2>/dev/null || exit 0
        done
        kill -KILL $child 2>/dev/null
      } &
      exec 3<&-
      wait $child
      exit $?
      """;

  private static final String BIND = "cannot bind";
  private static final int PATIENCE = 2000;
  private static final Duration LAST = Duration.ofSeconds(4);
  private static final int TAIL = 12;

  private final Scenario.Proxied workload;
  private final Process guard;
  private final Path log;
  private final Path adminFile;

  private Envoy(Scenario.Proxied workload, Process guard, Path log, Path adminFile) {
    this.workload = workload;
    this.guard = guard;
    this.log = log;
    this.adminFile = adminFile;
  }

  static Envoy start(Path program, Scenario.Proxied workload, Workspace workspace)
      throws IOException, CannotRun {
    Path log = workspace.log(workload, "log");
    Path adminFile = workspace.log(workload, "admin");
    var command = new ArrayList<>(List.of("sh", "-c", GUARD, "sh", program.toString()));
    command.addAll(
        List.of(
            "-c",
            workspace.bootstrap(workload).toString(),
            "--disable-hot-restart",
            "--concurrency",
            "1",
            "-l",
            "warning",
            "--reject-unknown-dynamic-fields",
            "--admin-address-path",
            adminFile.toString(),
            "--service-node",
            workload.name(),
            "--service-cluster",
            workload.name(),
            "--drain-time-s",
            "1",
            "--parent-shutdown-time-s",
            "2"));
    Process guard =
        new ProcessBuilder(command)
            .directory(workspace.configs().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Envoy(workload, guard, log, adminFile);
  }

  Scenario.Proxied workload() {
    return workload;
  }

  /// Waits for it to say that it is ready.
  ///
  /// @return why it is not; empty if it is
  Optional<String> expectReady(Deadline deadline) throws InterruptedException {
    while (!deadline.isOver()) {
      if (!guard.isAlive()) {
        return Optional.of("it ended with exit status " + guard.exitValue() + cause());
      }
      if (admin("/ready") instanceof Outcome.Answered it && it.status() == 200) {
        return rejected();
      }
      Thread.sleep(50);
    }
    return Optional.of("it was not ready in time");
  }

  /// An address that is taken, or that needs a right which the user lacks.
  private String cause() {
    return logged().stream()
        .filter(it -> it.contains(BIND))
        .findFirst()
        .map(it -> ": " + it.substring(it.indexOf(BIND)))
        .orElse("");
  }

  /// Envoy says that it is ready although it has rejected some of its configuration.
  private Optional<String> rejected() {
    var names = new ArrayList<String>();
    statistics()
        .forEach((name, value) -> {
          if (name.endsWith(".update_rejected") && value > 0) {
            names.add(name);
          }
        });
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("it rejected a part of its configuration: " + String.join(", ", names));
  }

  /// Of a counter or a gauge.
  OptionalLong statistic(String name) {
    Long value = statistics().get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private Map<String, Long> statistics() {
    var found = new java.util.TreeMap<String, Long>();
    if (admin("/stats") instanceof Outcome.Answered it) {
      it.body()
          .lines()
          .forEach(line -> {
            int colon = line.lastIndexOf(": ");
            if (colon > 0 && line.substring(colon + 2).matches("[0-9]{1,18}")) {
              found.put(line.substring(0, colon), Long.parseLong(line.substring(colon + 2)));
            }
          });
    }
    return found;
  }

  private Outcome admin(String path) {
    try {
      String address = Files.readString(adminFile).strip();
      int colon = address.lastIndexOf(':');
      if (colon > 0 && address.substring(colon + 1).matches("[0-9]{1,5}")) {
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        var target = new Target(host, port, Optional.empty(), PATIENCE);
        return Http1.request(
            target, "GET", path, Map.of("host", "admin", "connection", "close"), Optional.empty());
      }
    } catch (IOException _) {
      // It has not said yet where it listens.
    }
    return new Outcome.Refused("no admin address yet", 0);
  }

  /// The last lines that it wrote.
  List<String> logged() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    } catch (IOException _) {
      return List.of();
    }
  }

  /// The guard, the Envoy, and what waits for the end of the pipe.
  List<ProcessHandle> processes() {
    var all = new ArrayList<ProcessHandle>();
    all.add(guard.toHandle());
    guard.descendants().forEach(all::add);
    return all;
  }

  /// Begins to end it, so that several can end at once.
  void stop() {
    try {
      guard.getOutputStream().close();
    } catch (IOException _) {
      // It has ended by itself.
    }
  }

  /// Ends it and its guard, each by its own id.
  @Override
  public void close() {
    stop();
    List<ProcessHandle> left = guard.descendants().toList();
    try {
      if (!guard.waitFor(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
        left.forEach(ProcessHandle::destroyForcibly);
        guard.destroyForcibly();
      }
    } catch (InterruptedException _) {
      left.forEach(ProcessHandle::destroyForcibly);
      guard.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
