package io.meshc.rules;

import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.link.Link;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.RuleRunner;
import io.meshc.validate.rule.Suppressions;
import io.meshc.validate.schema.CheckSchemas;
import io.meshc.validate.written.Documents;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text that went through all stages.
public final class Judged {
  private Judged() {}

  public static List<Finding> findings(String yaml) {
    var file = new SourceFile("page.yaml", yaml);
    var documents = ParseYaml.parse(file);
    var parsed = Frontends.parse(documents.value(), Settings.DEFAULT);
    var declared = Frontends.normalize(parsed.value().resources(), Settings.DEFAULT);
    var mesh = Link.link(declared.value(), Settings.DEFAULT.assumptions());
    var problems = new ArrayList<Problem>();
    Stream.of(documents, declared, mesh).forEach(it -> problems.addAll(it.problems()));
    String namespace = Settings.DEFAULT.defaultNamespace();
    var structure = CheckSchemas.check(documents.value(), namespace);
    problems.addAll(structure.join(parsed.problems()));
    var written =
        Documents.of(documents.value(), namespace, structure.defined(), structure.channel());
    var input = new Checked(Lookup.of(mesh.value()), parsed.value().resources(), written, problems);
    return Suppressions.apply(
            RuleRunner.run(Catalog.about(documents.value()), input),
            List.of(file),
            documents.value(),
            Catalog.ALL)
        .kept();
  }
}
