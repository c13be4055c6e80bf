package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Understood;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Meshes;
import io.meshc.conformance.Shared;
import io.meshc.envoy.RandomShop.Language;
import io.meshc.link.Link;
import io.meshc.lower.Loss;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.envoy.EnvoyBackend;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.placement.Placement;
import io.meshc.model.Assumptions;
import io.meshc.model.Lookup;
import io.meshc.model.PlaneId;
import io.meshc.model.Service;
import io.meshc.model.Workload;

import io.meshc.normalize.Settings;
import io.meshc.normalize.envoy.EnvoyProxy;
import io.meshc.normalize.envoy.ReadEnvoy;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import io.meshc.validate.verify.Samples;
import io.meshc.write.WriteFiles;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written for Envoy, read by somebody who knows nothing of how it was written, means what the source means.
final class ReadBackTest {
  private static final int SHOPS = 10;

  /// Whatever of a repo is not known without the user's word would be unknown before and after.
  private static final Settings SETTINGS =
      new Settings(
          new Assumptions("cluster.local", "cluster.local", true),
          "default",
          Optional.empty(),
          Optional.of(Settings.PathReading.FULL),
          Optional.empty(),
          Optional.empty());

  static Stream<Arguments> sources() throws IOException {
    var sources = new ArrayList<Arguments>();
    try (Stream<Path> cases = Files.list(Shared.repository().resolve("golden"))) {
      cases
          .filter(it -> Files.isDirectory(it.resolve("in")))
          .sorted()
          .forEach(it ->
              sources.add(Arguments.of(it.getFileName() + "", Cli.tree(it.resolve("in")))));
    }
    for (Language language : Language.values()) {
      for (int seed = 1; seed <= SHOPS; seed++) {
        var shop = new SourceFile("shop.yaml", RandomShop.yaml(language, seed));
        sources.add(Arguments.of(language + " " + seed, List.of(shop)));
      }
    }
    return sources.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void meansTheSame(String name, List<SourceFile> files) {
    Understood source = Meshes.of(files, SETTINGS);
    Placement placement = placement(source);
    Lowered<Output> lowered = lower(source, placement);
    Lookup written = read(source, lowered);
    Decide before = Decide.in(source.lookup());
    Decide after = Decide.in(written);
    Set<String> proxied =
        placement.workloads().stream()
            .filter(Placement.Spot::proxied)
            .map(it -> it.namespace() + "/" + it.name())
            .collect(Collectors.toSet());
    Map<String, String> accounts = new TreeMap<>();
    source.mesh().workloads().stream()
        .filter(it -> proxied.contains(it.label()))
        .forEach(it -> accounts.put(it.identity().label(), it.label()));
    var differ = new ArrayList<String>();
    var counts = new TreeMap<String, Integer>();
    var samples = new Samples(List.of(source.lookup()));
    for (Service service : source.mesh().services()) {
      boolean all =
          !service.endpoints().isEmpty()
              && service.endpoints().stream().allMatch(it -> proxied.contains(it.label()));
      for (Question it : all ? samples.about(service) : List.<Question>of()) {
        if (!(it.from() instanceof Client.OfAccount(var namespace, var account))
            || !accounts.containsKey(namespace + "/" + account)) {
          continue;
        }
        Decision was = before.answer(it);
        Decision is = after.answer(it);
        boolean same = outcome(was).equals(outcome(is));
        counts.merge(
            was.verdict() == Verdict.UNKNOWN ? "unknown"
            : is.verdict() == Verdict.UNKNOWN
                ? "is unknown"
                : same ? "agree" : "differ",
            1,
            Integer::sum);
        if (!same && was.verdict() != Verdict.UNKNOWN) {
          differ.add(it.from() + " " + it.method() + " " + it.host() + ":" + it.port() + it.path() + it.headers() + ": " + was.verdict() + shares(was) + " → " + is.verdict() + shares(is) + " " + is.steps().stream().map(s -> s.point() + ": " + s.because()).toList());
        }
      }
    }
    System.out.println(name + " " + counts + " losses " + lowered.losses().stream().filter(it -> it.effect().needsAcceptance()).map(it -> it.effect() + " " + it.message()).toList());
    differ.stream().limit(4).forEach(it -> System.out.println("   " + it));
  }

  /// Who answers; a proxy that answers by itself with an error lets nobody through.
  private static String outcome(Decision decision) {
    int status = decision.status().orElse(403);
    return decision.backends().isEmpty()
            && decision.verdict() == Verdict.ALLOW
            && status < 400
        ? "answered"
        : shares(decision).toString();
  }

  private static Map<String, Long> shares(Decision decision) {
    return decision.backends().stream()
        .filter(it -> it.verdict() == Verdict.ALLOW)
        .collect(
            Collectors.groupingBy(
                Decision.Reached::workload,
                TreeMap::new,
                Collectors.summingLong(it -> Math.round(it.share().most() * 10_000))));
  }

  /// A place of its own for each workload, so that addresses say who is meant.
  private static Placement placement(Understood source) {
    List<Workload> workloads = source.mesh().workloads();
    List<Placement.Spot> spots =
        IntStream.range(0, workloads.size())
            .mapToObj(i -> {
              Workload it = workloads.get(i);
              return new Placement.Spot(
                  it.namespace(),
                  it.id().name(),
                  List.of("10.0.1." + (i + 1)),
                  "10.0.2." + (i + 1),
                  "10.0.3." + (i + 1),
                  Optional.empty(),
                  it.membership().planeId().filter(of -> !of.equals(PlaneId.CLUSTER)).isPresent(),
                  Origin.none());
            })
            .toList();
    return new Placement(Optional.empty(), Optional.empty(), Map.of(), Map.of(), spots);
  }

  private static Lowered<Output> lower(Understood source, Placement placement) {
    return new EnvoyBackend()
        .lower(
            source.mesh(),
            source.resources(),
            new Options(false, Options.DEFAULT.rootNamespace(), EnvoyOptions.DEFAULT.at(placement)));
  }

  private static Lookup read(Understood source, Lowered<Output> lowered) {
    var proxies = new ArrayList<EnvoyProxy>();
    WriteFiles.of(lowered.value())
        .files()
        .forEach((path, text) -> {
          String[] parts = path.split("/");
          if (parts.length == 3 && parts[2].equals("bootstrap.yaml")) {
            Workload workload =
                source.mesh().workloads().stream()
                    .filter(it -> it.label().equals(parts[0] + "/" + parts[1]))
                    .findFirst()
                    .orElseThrow();
            proxies.add(
                EnvoyProxy.of(
                    parts[0],
                    parts[1],
                    Optional.of(workload.identity()),
                    ParseYaml.parse(new SourceFile(path, text)).value().getFirst().root(),
                    path));
          }
        });
    var assumptions = source.mesh().assumptions();
    return Lookup.of(Link.link(ReadEnvoy.read(proxies, assumptions), assumptions).value());
  }
}
