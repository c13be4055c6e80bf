package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.edit.Edits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No field of a vendor's kinds is silent: an object of each kind that states every field of it says something else, or has other
/// findings, when one of them is taken out. Those for which it does not are listed, each with the reason.
class EveryFieldTest {
  private static final Path SAMPLES = Shared.repository().resolve("compiler/src/test/resources");
  private static final Path SILENT = Shared.repository().resolve("cli/src/test/resources");

  /// How many of a hundred may be silent.
  private static final int MOST = 5;

  private static final String DEFAULT = "says what is the default";

  /// What excludes each other: beside what is looked at, the others are left out; else all but the first.
  private static final List<List<String>> EITHER =
      List.of(
          List.of(
              "spec.http[0].route",
              "spec.http[0].redirect",
              "spec.http[0].directResponse",
              "spec.http[0].delegate"),
          List.of("spec.selector", "spec.targetRef", "spec.targetRefs"),
          List.of("spec.workloadSelector", "spec.targetRefs"),
          List.of("spec.parentRefs", "spec.useDefaultGateways"),
          List.of("spec.podSelector", "spec.externalWorkloadSelector"),
          List.of("spec.server.name", "spec.server.selector"),
          List.of("spec.client.meshTLS", "spec.client.unauthenticated"),
          List.of("spec.client.meshTLS.identities", "spec.client.meshTLS.unauthenticatedTLS"),
          List.of("spec.client.meshTLS.serviceAccounts", "spec.client.meshTLS.unauthenticatedTLS"),
          List.of("spec.identities", "spec.identityRefs"),
          List.of(
              "spec.rules[0].backendRefs[0].filters[0].requestHeaderModifier",
              "spec.rules[0].backendRefs[0].filters[0].requestRedirect"));

  /// Many fields share the text that they are taken out of.
  private final Map<String, Said> said = new HashMap<>();

  /// @param vendor whose samples stand in `<vendor>/fields`, one object of each kind; `<vendor>/company.yaml` holds what stands
  ///     beside each of them, but for objects of its own kind
  @ParameterizedTest
  @CsvSource({
    "istio, silent-fields.tsv",
    "linkerd, silent-fields-linkerd.tsv",
    "gateway, silent-fields-gateway.tsv",
    "osm, silent-fields-osm.tsv"
  })
  void takingItOutChangesTheModelOrTheFindings(String vendor, String known) throws IOException {
    var silent = new TreeSet<String>();
    int all = 0;
    for (Path sample : samples(vendor)) {
      String kind = sample.getFileName().toString().replace(".yaml", "");
      List<SourceFile> company = company(vendor, kind);
      for (List<String> path : paths(document(Cli.read(sample)))) {
        String field = field(path);
        String text = consistent(Cli.read(sample), field);
        String without = without(text, path);
        assertThat(without).as("%s %s", kind, field).isNotEqualTo(text);
        all++;
        Said before = said(text, company);
        boolean named = before.absent().stream().anyMatch(it -> (field + ".").startsWith(it + "."));
        if (!named && said(without, company).all().equals(before.all())) {
          silent.add(kind + " " + field);
        }
      }
    }
    var reasons = new TreeMap<String, String>();
    for (String line :
        Cli.read(SILENT.resolve(known)).lines().filter(it -> !it.startsWith("#")).toList()) {
      reasons.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
    }
    assertThat(silent).as("of " + all).isEqualTo(reasons.keySet());
    assertThat(reasons.values()).noneMatch(String::isBlank);
    // Whoever states a default says nothing, so nothing can come of leaving it out.
    silent.removeIf(it -> DEFAULT.equals(reasons.get(it)));
    assertThat(silent.size() * 100).isLessThanOrEqualTo(all * MOST);
  }

  private static String consistent(String text, String field) {
    String result = text;
    for (List<String> group : EITHER) {
      var there = group.stream().filter(it -> holds(text, it)).toList();
      String kept =
          there.stream()
              .filter(
                  it -> (field + ".").startsWith(it + ".") || (field + "[").startsWith(it + "["))
              .findFirst()
              .orElse(there.isEmpty() ? "" : there.getFirst());
      for (String it : there) {
        result =
            it.equals(kept) ? result : without(result, List.of(it.replace("[", ".[").split("\\.")));
      }
    }
    return result;
  }

  private static boolean holds(String text, String field) {
    return paths(document(text)).stream().anyMatch(it -> field(it).equals(field));
  }

  private static String field(List<String> path) {
    return String.join(".", path).replace(".[", "[");
  }

  private static String without(String text, List<String> path) {
    return Edits.apply(text, Edits.removeEntry(document(text), path));
  }

  private static Document document(String text) {
    return ParseYaml.parse(new SourceFile("a.yaml", text)).value().getFirst();
  }

  private static List<SourceFile> company(String vendor, String kind) {
    Path file = SAMPLES.resolve(vendor + "/company.yaml");
    if (!Files.exists(file)) {
      return List.of();
    }
    String others =
        Arrays.stream(Cli.read(file).split("---\n"))
            .filter(it -> !it.contains("kind: " + kind + "\n"))
            .collect(Collectors.joining("---\n"));
    return List.of(new SourceFile("company.yaml", others));
  }

  private static List<Path> samples(String vendor) throws IOException {
    try (var files = Files.list(SAMPLES.resolve(vendor + "/fields"))) {
      return files.sorted().toList();
    }
  }

  /// What meshc makes of a text.
  ///
  /// @param all the model and the findings, without where in the text they stand
  /// @param absent the parts that a finding says are not in the model, with all that is in them
  private record Said(String all, Set<String> absent) {}

  private Said said(String text, List<SourceFile> company) {
    return said.computeIfAbsent(text, it -> ask(it, company));
  }

  private static Said ask(String text, List<SourceFile> company) {
    var files = new ArrayList<>(company);
    files.add(new SourceFile("a.yaml", text));
    Understood understood = Pipeline.understand(files, List.of(), Settings.DEFAULT);
    var kept = Pipeline.judge(understood).kept();
    String findings =
        kept.stream()
            .map(it -> it.rule() + " " + it.origin().path() + " " + it.message())
            .sorted()
            .collect(Collectors.joining("\n"));
    Set<String> absent =
        kept.stream()
            .filter(it -> it.rule().equals("MC4002") && it.origin().file().equals("a.yaml"))
            .map(it -> it.origin().path().equals("metadata.name") ? "spec" : it.origin().path())
            .collect(Collectors.toSet());
    String model = understood.mesh().toString().replaceAll("Span\\[[^\\]]*\\]", "");
    return new Said(model + "\n" + findings, absent);
  }

  private static List<List<String>> paths(Document document) {
    var paths = new ArrayList<List<String>>();
    document.root().get("spec").ifPresent(it -> below(it, List.of("spec"), paths));
    return paths;
  }

  /// Items of a list are alike: the first stands for all.
  private static void below(Node node, List<String> path, List<List<String>> paths) {
    switch (node) {
      case Node.Mapping(var entries, var _) -> {
        for (Node.Entry entry : entries) {
          List<String> next = with(path, entry.key());
          paths.add(next);
          below(entry.value(), next, paths);
        }
      }
      case Node.Sequence(var items, var _) -> below(items.getFirst(), with(path, "[0]"), paths);
      case Node.Scalar _ -> {}
    }
  }

  private static List<String> with(List<String> path, String step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
