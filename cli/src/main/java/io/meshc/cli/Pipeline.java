package io.meshc.cli;

import static java.util.stream.Collectors.toSet;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.link.Link;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.cluster.Clusters;
import io.meshc.model.cluster.Clusters.Member;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Neighbour;
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
import java.util.Set;

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
    var neighbours = new ArrayList<Neighbour>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Read read = read(part.files(), problems.get(i), part.settings(), cluster);
      reads.add(read);
      neighbours.add(new Neighbour(part.name(), read.parsed().resources()));
    }
    var members = new ArrayList<Member>();
    for (int i = 0; i < parts.size(); i++) {
      Mesh mesh = mesh(parts.get(i), neighbours.get(i), neighbours, problems.get(i));
      Part part = parts.get(i);
      members.add(new Member(part.name(), part.environment(), mesh, part.network(), part.place()));
    }
    var clusters = new Clusters(members);
    var all = new ArrayList<Understood>();
    for (int i = 0; i < parts.size(); i++) {
      Lookup lookup = clusters.at(parts.get(i).name()).orElseThrow();
      Resources written = neighbours.get(i).resources();
      all.add(reads.get(i).understood(written, lookup, problems.get(i)));
    }
    return all;
  }

  private static Mesh mesh(Part part, Neighbour here, List<Neighbour> all, List<Problem> problems) {
    List<Neighbour> others = all.stream().filter(it -> !it.equals(here)).toList();
    Settings settled = Frontends.settle(here.resources(), part.settings());
    Resources resources = Frontends.reflected(here, others, settled);
    var declared = keep(Frontends.normalize(resources, settled), problems);
    Set<String> names = others.stream().map(Neighbour::name).collect(toSet());
    return keep(Link.link(declared.among(part.name(), names), settled.assumptions()), problems);
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
