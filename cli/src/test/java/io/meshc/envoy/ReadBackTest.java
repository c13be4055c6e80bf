package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Understood;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Meshes;
import io.meshc.conformance.Shared;
import io.meshc.envoy.RandomShop.Language;
import io.meshc.link.Link;
import io.meshc.lower.Effect;
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
  private static final int SHOPS = 6;

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
              sources.add(Arguments.of("" + it.getFileName(), 0, Cli.tree(it.resolve("in")))));
    }
    for (Language language : Language.values()) {
      for (int seed = 1; seed <= SHOPS; seed++) {
        var shop = new SourceFile("shop.yaml", RandomShop.yaml(language, seed));
        sources.add(Arguments.of(language + " " + seed, 100, List.of(shop)));
      }
    }
    return sources.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void meansTheSame(String name, int least, List<SourceFile> files) {
    Understood source = Meshes.of(files, SETTINGS);
    Placement placement = placement(source);
    Lowered<Output> lowered = lower(source, placement);
    Decide before = Decide.in(source.lookup());
    Decide after = Decide.in(read(source, lowered));
    Set<Effect> lost = lowered.losses().stream().map(Loss::effect).collect(Collectors.toSet());
    var differ = new ArrayList<String>();
    List<Question> questions = questions(source, placement);
    for (Question it : questions) {
      Decision was = before.answer(it);
      Decision is = after.answer(it);
      boolean unknown = was.verdict() == Verdict.UNKNOWN || isUnread(is);
      if (!unknown && !outcome(was).equals(outcome(is)) && !isExplained(was, is, lost)) {
        differ.add(it + ": " + outcome(was) + ", and read back " + outcome(is));
      }
    }
    assertThat(differ).isEmpty();
    assertThat(questions).as(name).hasSizeGreaterThanOrEqualTo(least);
  }

  /// Rules of single routes, as tables become, are not read: real Envoys are asked about them in [DifferentialTest].
  private static boolean isUnread(Decision is) {
    return is.verdict() == Verdict.UNKNOWN
        && ("" + is.unknown()).contains("rules of single routes");
  }

  /// Those that a proxy of this translation is asked: of Services whose workloads all have one.
  private static List<Question> questions(Understood source, Placement placement) {
    Set<String> proxied =
        placement.workloads().stream()
            .filter(Placement.Spot::proxied)
            .map(it -> it.namespace() + "/" + it.name())
            .collect(Collectors.toSet());
    Set<String> accounts =
        source.mesh().workloads().stream()
            .filter(it -> proxied.contains(it.label()))
            .map(it -> it.identity().label())
            .collect(Collectors.toSet());
    var samples = new Samples(List.of(source.lookup()));
    return source.mesh().services().stream()
        .filter(it -> !it.endpoints().isEmpty())
        .filter(it -> it.endpoints().stream().allMatch(of -> proxied.contains(of.label())))
        .flatMap(it -> samples.about(it).stream())
        .filter(it ->
            it.from() instanceof Client.OfAccount(var namespace, var account)
                && accounts.contains(namespace + "/" + account))
        .toList();
  }

  /// Whether what the translation says of itself accounts for it.
  private static boolean isExplained(Decision was, Decision is, Set<Effect> lost) {
    boolean narrower =
        shares(is).entrySet().stream()
            .allMatch(it -> it.getValue() <= shares(was).getOrDefault(it.getKey(), 0L));
    return lost.contains(Effect.CHANGES_ROUTING)
        || (lost.contains(Effect.NARROWS_ACCESS) && narrower);
  }

  /// Who answers; a proxy that answers by itself with an error lets nobody through.
  private static String outcome(Decision decision) {
    if (decision.verdict() == Verdict.UNKNOWN) {
      return "unknown";
    }
    int status = decision.status().orElse(403);
    return decision.backends().isEmpty() && decision.verdict() == Verdict.ALLOW && status < 400
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
            new Options(
                false, Options.DEFAULT.rootNamespace(), EnvoyOptions.DEFAULT.at(placement)));
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
