package io.meshc.rules;

import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.dialect.Resources;
import io.meshc.link.Link;
import io.meshc.link.Together;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RuleRunner;
import io.meshc.validate.rule.Suppressions;
import io.meshc.validate.schema.CheckSchemas;
import io.meshc.validate.written.Documents;
import io.meshc.yaml.Document;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A text that went through all stages.
public final class Judged {
  private Judged() {}

  /// What starts another cluster of the same mesh in a text: all that stands before the first is in every one.
  private static final String CLUSTER = "# cluster: ";

  public static List<Finding> findings(String yaml) {
    return yaml.contains(CLUSTER) ? ofClusters(yaml) : ofOne(yaml);
  }

  private static List<Finding> ofOne(String yaml) {
    var problems = new ArrayList<Problem>();
    var file = new SourceFile("page.yaml", yaml);
    var read = read(file, problems);
    var declared = Frontends.normalize(read.resources(), Settings.DEFAULT);
    var mesh = Link.link(declared.value(), Settings.DEFAULT.assumptions());
    Stream.of(declared, mesh).forEach(it -> problems.addAll(it.problems()));
    return judge(read, Lookup.of(mesh.value()), problems);
  }

  /// Lines stay where they are: what is in another cluster is blank.
  private static List<Finding> ofClusters(String yaml) {
    List<String> names =
        yaml.lines().filter(it -> it.startsWith(CLUSTER)).map(Judged::name).distinct().toList();
    var problems = new ArrayList<List<Problem>>();
    var reads = new ArrayList<Read>();
    var parts = new ArrayList<Together.Part>();
    for (String name : names) {
      var found = new ArrayList<Problem>();
      Read read = read(new SourceFile("page.yaml", only(name, yaml)), found);
      reads.add(read);
      problems.add(found);
      parts.add(
          new Together.Part(name, name, "", Optional.empty(), read.resources(), Settings.DEFAULT));
    }
    Together.Linked linked = Together.link(parts);
    var findings = new LinkedHashSet<Finding>();
    for (int i = 0; i < names.size(); i++) {
      problems.get(i).addAll(linked.problems().get(i));
      Lookup lookup = linked.clusters().at(names.get(i)).orElseThrow();
      findings.addAll(judge(reads.get(i), lookup, problems.get(i)));
    }
    return List.copyOf(findings);
  }

  private static String name(String line) {
    return line.substring(CLUSTER.length()).strip();
  }

  private static String only(String name, String yaml) {
    var lines = new ArrayList<String>();
    boolean here = true;
    for (String line : yaml.lines().toList()) {
      here = line.startsWith(CLUSTER) ? name(line).equals(name) : here;
      lines.add(here || line.startsWith(CLUSTER) ? line : "");
    }
    return String.join("\n", lines) + "\n";
  }

  private record Read(
      SourceFile file, List<Document> documents, Documents written, Resources resources) {}

  private static Read read(SourceFile file, List<Problem> problems) {
    var documents = ParseYaml.parse(file);
    var parsed = Frontends.parse(documents.value(), Settings.DEFAULT);
    problems.addAll(documents.problems());
    String namespace = Settings.DEFAULT.defaultNamespace();
    var structure = CheckSchemas.check(documents.value(), namespace);
    problems.addAll(structure.join(parsed.problems()));
    var written =
        Documents.of(documents.value(), namespace, structure.defined(), structure.channel());
    return new Read(file, documents.value(), written, parsed.value().resources());
  }

  private static List<Finding> judge(Read read, Lookup lookup, List<Problem> problems) {
    var input = new Checked(lookup, read.resources(), read.written(), problems);
    return Suppressions.apply(
            RuleRunner.run(Catalog.about(read.documents()), input),
            List.of(read.file()),
            read.documents(),
            Catalog.ALL)
        .kept();
  }
}
