package io.meshc.validate.rule;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.diag.Finding;
import io.meshc.source.SourceFile;
import io.meshc.validate.rule.suppression.DocumentLines;
import io.meshc.validate.rule.suppression.Governed;
import io.meshc.validate.rule.suppression.ReadAnnotation;
import io.meshc.validate.rule.suppression.ReadComments;
import io.meshc.validate.rule.suppression.ScalarPlaces;
import io.meshc.validate.rule.suppression.Suppression;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What authors silence in their files, by comment ([ReadComments] says which lines one governs) or by the annotation
/// `meshc.io/ignore` (the whole object). A suppression that takes nothing out is a finding itself.
public final class Suppressions {
  private final List<Rule> catalog;
  private final RuleNames names;
  private final Map<String, Governed> byFile = new HashMap<>();
  private final Set<Governed.Silence> used = new HashSet<>();

  private Suppressions(List<Rule> catalog, List<Suppression> all) {
    this.catalog = catalog;
    // nobody asks for names where nothing is silenced, as in most files
    this.names = RuleNames.of(all.isEmpty() ? List.of() : catalog);
    all.stream()
        .collect(groupingBy(it -> it.origin().file()))
        .forEach((file, own) -> byFile.put(file, Governed.of(own)));
  }

  /// @param kept in [RuleRunner#ORDER]
  public record Suppressed(List<Finding> kept, List<Finding> suppressed) {
    public Suppressed {
      kept = List.copyOf(kept);
      suppressed = List.copyOf(suppressed);
    }
  }

  /// @param findings of all rules of the catalogue: of a rule that did not run, every suppression is unused
  /// @param files every file that was read, those without a document too
  /// @param documents those of the files
  public static Suppressed apply(
      List<Finding> findings,
      List<SourceFile> files,
      List<Document> documents,
      List<Rule> catalog) {
    Map<String, List<Document>> documentsOf =
        documents.stream().collect(groupingBy(it -> it.file().path()));
    var all = new ArrayList<Suppression>();
    for (SourceFile file : files) {
      if (!file.text().contains("meshc")) {
        continue;
      }
      List<Document> own = documentsOf.getOrDefault(file.path(), List.of());
      ReadComments.read(file, ScalarPlaces.of(file, own)).forEach(all::add);
      own.stream().flatMap(ReadAnnotation::read).forEach(all::add);
    }
    return new Suppressions(catalog, all).split(findings, documentsOf);
  }

  private Suppressed split(List<Finding> findings, Map<String, List<Document>> documentsOf) {
    var kept = new ArrayList<Finding>();
    var suppressed = new ArrayList<Finding>();
    for (Finding finding : findings) {
      List<Governed.Silence> by = silencing(finding);
      used.addAll(by);
      (by.isEmpty() ? kept : suppressed).add(finding);
    }
    for (Suppression unused : unused(documentsOf)) {
      for (Finding finding : said(unused)) {
        // `ignore[*]` takes nothing out by taking out what is said of itself
        boolean silenced = silencing(finding).stream().anyMatch(it -> it.isMoreThan(unused));
        (silenced ? suppressed : kept).add(finding);
      }
    }
    kept.sort(RuleRunner.ORDER);
    suppressed.sort(RuleRunner.ORDER);
    return new Suppressed(kept, suppressed);
  }

  private List<Governed.Silence> silencing(Finding finding) {
    Governed own = byFile.get(finding.origin().file());
    return own == null
        ? List.of()
        : own.reaching(finding).stream()
            .filter(it -> names.ids(it.word()).contains(finding.rule()))
            .toList();
  }

  /// Where a document could not be read, nobody knows what would have been suppressed.
  private List<Suppression> unused(Map<String, List<Document>> documentsOf) {
    var unused = new ArrayList<Suppression>();
    byFile.forEach((file, governed) -> {
      DocumentLines documents = DocumentLines.of(documentsOf.getOrDefault(file, List.of()));
      for (Governed.Silence silence : governed.all()) {
        if (!used.contains(silence)) {
          silence.said().stream()
              .filter(it ->
                  documents.hold(it.origin().line()) || documents.hold(it.governs().startLine()))
              .forEach(unused::add);
        }
      }
    });
    return unused;
  }

  private List<Finding> said(Suppression unused) {
    return said(unused, names.ids(unused.word()), catalog);
  }

  /// What is said of a suppression that takes nothing out.
  ///
  /// @param named the ids of the rules that its word names
  static List<Finding> said(Suppression unused, Set<String> named, List<Rule> catalog) {
    return catalog.stream()
        .filter(SuppressionRule.class::isInstance)
        .map(SuppressionRule.class::cast)
        // one that names the very rule that speaks of suppressions is there in advance
        .filter(it -> !named.equals(Set.of(it.card().id())))
        .flatMap(it -> it.check(unused, !named.isEmpty()))
        .toList();
  }
}
