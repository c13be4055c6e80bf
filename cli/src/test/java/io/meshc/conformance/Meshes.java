package io.meshc.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.cli.Pipeline;
import io.meshc.cli.Understood;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.model.Workload;
import io.meshc.normalize.Settings;
import io.meshc.read.Place;
import io.meshc.read.Reading;
import io.meshc.read.Sources;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Files → a mesh → what it decides, for tests.
public final class Meshes {
  private Meshes() {}

  public static List<SourceFile> files(Path... paths) {
    Reading reading = Sources.read(new Place.Files(List.of(paths)));
    assertThat(reading).isInstanceOf(Reading.Tree.class);
    return ((Reading.Tree) reading).files();
  }

  public static Understood of(List<SourceFile> files) {
    return of(files, Settings.DEFAULT);
  }

  public static Understood of(List<SourceFile> files, Settings settings) {
    return Pipeline.understand(files, List.of(), settings);
  }

  /// A request as `meshc query --requests` reads it.
  public static Question question(String line) {
    try {
      return new ReadRequests().read(line).question();
    } catch (Asked.Fault fault) {
      throw new AssertionError(fault.message() + ": " + line, fault);
    }
  }

  public static Decision decide(Understood mesh, Question question) {
    return Decide.in(mesh.lookup()).answer(question);
  }

  /// The shares of some Services, each by the workloads that it selects, and of `failed`: what is denied.
  ///
  /// @param names of Services, in whatever namespace
  public static Map<String, Double> shares(Decision decision, Set<String> names, Understood mesh) {
    var shares = new TreeMap<String, Double>();
    for (String name : names) {
      double share =
          name.equals("failed")
              ? sum(decision, it -> it.verdict() == Verdict.DENY)
              : sum(decision, it -> it.verdict() == Verdict.ALLOW && isBehind(it, name, mesh));
      shares.put(name, Math.round(share * 1000) / 1000.0);
    }
    return shares;
  }

  private static double sum(Decision decision, Predicate<Reached> which) {
    return decision.backends().stream().filter(which).mapToDouble(it -> it.share().most()).sum();
  }

  private static boolean isBehind(Reached reached, String service, Understood mesh) {
    return mesh.mesh().services().stream()
        .filter(it -> it.name().name().equals(service))
        .flatMap(it -> it.endpoints().stream())
        .map(Workload::label)
        .anyMatch(reached.workload()::equals);
  }
}
