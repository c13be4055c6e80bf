package io.meshc.validate.rule;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.diag.Finding;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What authors silence in their files, by comment ([ReadComments] says which lines one governs) or by the annotation
/// `meshc.io/ignore` (the whole object). A suppression that takes nothing out is a finding itself.
public final class Suppressions {
  private final List<Rule> catalog;
  private final RuleNames names;
  private final Map<String, List<Suppression>> byFile;
  private final Set<Suppression> used = new HashSet<>();

  private Suppressions(List<Rule> catalog, List<Suppression> all) {
    this.catalog = catalog;
    this.names = RuleNames.of(catalog);
    this.byFile = all.stream().collect(groupingBy(it -> it.origin().file()));
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
      List<Suppression> by = silencing(finding);
      used.addAll(by);
      (by.isEmpty() ? kept : suppressed).add(finding);
    }
    for (Suppression unused : unused(documentsOf)) {
      for (Finding finding : said(unused)) {
        // `ignore[*]` takes nothing out by taking out what is said of itself
        boolean silenced = silencing(finding).stream().anyMatch(it -> !it.equals(unused));
        (silenced ? suppressed : kept).add(finding);
      }
    }
    kept.sort(RuleRunner.ORDER);
    suppressed.sort(RuleRunner.ORDER);
    return new Suppressed(kept, suppressed);
  }

  private List<Suppression> silencing(Finding finding) {
    return byFile.getOrDefault(finding.origin().file(), List.of()).stream()
        .filter(it -> it.reaches(finding))
        .filter(it -> names.ids(it.word()).contains(finding.rule()))
        .toList();
  }

  /// Where a document could not be read, nobody knows what would have been suppressed.
  private List<Suppression> unused(Map<String, List<Document>> documentsOf) {
    return byFile.values().stream()
        .flatMap(List::stream)
        .filter(it -> !used.contains(it))
        .filter(it -> isUnderstood(it, documentsOf.getOrDefault(it.origin().file(), List.of())))
        .toList();
  }

  private static boolean isUnderstood(Suppression it, List<Document> documents) {
    return documents.stream()
        .anyMatch(
            doc -> holdsLine(doc, it.origin().line()) || holdsLine(doc, it.governs().startLine()));
  }

  private static boolean holdsLine(Document document, int line) {
    String before = document.file().text().substring(0, document.startOffset());
    String within = document.file().text().substring(0, document.endOffset());
    return line >= SourceLines.of(before).length && line <= SourceLines.of(within).length;
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
