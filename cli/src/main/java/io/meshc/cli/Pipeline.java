package io.meshc.cli;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.link.Link;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
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
    var documents = keep(documents(files), problems);
    var structure = CheckSchemas.check(documents, settings.defaultNamespace(), cluster);
    var read = Frontends.parse(documents, settings);
    problems.addAll(structure.join(read.problems()));
    var parsed = read.value();
    var settled = Frontends.settle(parsed.resources(), settings);
    var declared = keep(Frontends.normalize(parsed.resources(), settled), problems);
    var mesh = keep(Link.link(declared, settled.assumptions()), problems);
    var written = Documents.of(documents, settings.defaultNamespace(), structure.defined());
    return new Understood(
        files,
        documents,
        written,
        parsed.resources(),
        parsed.documents(),
        Lookup.of(mesh),
        problems);
  }

  /// An environment → what the rules say of it, and what its authors suppress.
  public static Suppressed judge(Understood it) {
    var input = new Checked(it.lookup(), it.resources(), it.written(), it.problems());
    var findings = RuleRunner.run(Catalog.ALL, input);
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
