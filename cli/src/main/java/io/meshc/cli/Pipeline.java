package io.meshc.cli;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.link.Link;
import io.meshc.link.Together;
import io.meshc.model.Lookup;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Parsed;
import io.meshc.normalize.Settings;
import io.meshc.rules.Catalog;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RuleRunner;
import io.meshc.validate.rule.Suppressions;
import io.meshc.validate.rule.Suppressions.Suppressed;
import io.meshc.validate.schema.CheckSchemas;
import io.meshc.validate.schema.Definitions;
import io.meshc.validate.written.Documents;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stages in their order. Each takes what the one before made, and none knows another.
public final class Pipeline {
  private Pipeline() {}

  /// Below this, starting threads costs more than they save.
  private static final int WORTH_THREADS = 24;

  /// Files → one environment: text → documents → resources → declarations → mesh.
  ///
  /// @param found problems of reading the files
  public static Understood understand(
      List<SourceFile> files, List<Problem> found, Settings settings) {
    return understand(files, found, settings, Definitions.none());
  }

  /// @param cluster the definitions of the cluster, beside those among the files
  public static Understood understand(
      List<SourceFile> files, List<Problem> found, Settings settings, Definitions cluster) {
    var problems = new ArrayList<>(found);
    var read = read(files, problems, settings, cluster);
    var settled = Frontends.settle(read.parsed().resources(), settings);
    var declared = keep(Frontends.normalize(read.parsed().resources(), settled), problems);
    var mesh = keep(Link.link(declared, settled.assumptions()), problems);
    return read.understood(read.parsed().resources(), Lookup.of(mesh), problems);
  }

  /// One cluster of several, as far as it can be understood by itself.
  private record Read(
      List<SourceFile> files, List<Document> documents, Documents written, Parsed parsed) {
    Understood understood(Resources resources, Lookup lookup, List<Problem> problems) {
      return new Understood(
          files, documents, written, resources, parsed.documents(), lookup, problems);
    }
  }

  private static Read read(
      List<SourceFile> files, List<Problem> problems, Settings settings, Definitions cluster) {
    var documents = keep(documents(files), problems);
    var structure = CheckSchemas.check(documents, settings.defaultNamespace(), cluster);
    var read = Frontends.parse(documents, settings);
    problems.addAll(structure.join(read.problems()));
    var written =
        Documents.of(
            documents, settings.defaultNamespace(), structure.defined(), structure.channel());
    return new Read(files, documents, written, read.value());
  }

  /// A cluster of a mesh.
  ///
  /// @param name as the mesh calls it
  /// @param environment as the user calls it
  /// @param network `""` where the user does not say
  public record Part(
      String name,
      String environment,
      String network,
      Optional<Place> place,
      List<SourceFile> files,
      List<Problem> found,
      Settings settings) {}

  /// The clusters of a mesh: each is understood with what the others put into it, in the same order.
  public static List<Understood> together(List<Part> parts, Definitions cluster) {
    var problems = parts.stream().map(it -> new ArrayList<>(it.found())).toList();
    var reads = new ArrayList<Read>();
    var linked = new ArrayList<Together.Part>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Read read = read(part.files(), problems.get(i), part.settings(), cluster);
      reads.add(read);
      linked.add(
          new Together.Part(
              part.name(),
              part.environment(),
              part.network(),
              part.place(),
              read.parsed().resources(),
              part.settings()));
    }
    Together.Linked together = Together.link(linked);
    var all = new ArrayList<Understood>();
    for (int i = 0; i < parts.size(); i++) {
      problems.get(i).addAll(together.problems().get(i));
      Lookup lookup = together.clusters().at(parts.get(i).name()).orElseThrow();
      Read read = reads.get(i);
      all.add(read.understood(read.parsed().resources(), lookup, problems.get(i)));
    }
    return all;
  }

  /// An environment → what the rules say of it, and what its authors suppress.
  public static Suppressed judge(Understood it) {
    var input = new Checked(it.lookup(), it.resources(), it.written(), it.problems());
    var findings = RuleRunner.run(Catalog.about(it.documents()), input);
    return Suppressions.apply(findings, it.files(), it.documents(), Catalog.ALL);
  }

  private static Outcome<List<Document>> documents(List<SourceFile> files) {
    var each = files.size() < WORTH_THREADS ? files.stream() : files.parallelStream();
    var parsed = each.map(ParseYaml::parse).toList();
    return new Outcome<>(
        parsed.stream().flatMap(it -> it.value().stream()).toList(),
        parsed.stream().flatMap(it -> it.problems().stream()).toList());
  }

  private static <T> T keep(Outcome<T> outcome, List<Problem> problems) {
    problems.addAll(outcome.problems());
    return outcome.value();
  }
}
