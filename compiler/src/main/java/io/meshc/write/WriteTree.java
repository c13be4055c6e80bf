package io.meshc.write;

import static java.util.stream.Collectors.groupingBy;

import io.meshc.dialect.Header;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.Scalars;
import io.meshc.yaml.SplitStream;
import io.meshc.yaml.edit.Edit;
import io.meshc.yaml.edit.Edits;
import io.meshc.yaml.emit.Emit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A source tree and what a translation changes in it → the tree as it is to be.
///
/// Files keep their bytes but for the edits and for the documents that are replaced; a file that held nothing else vanishes.
/// New objects stand in `TARGET/NAMESPACE.yaml`, sorted, each below a comment that names the lines that ask for it.
public final class WriteTree {
  private final Source source;
  private final Output output;
  private final SortedMap<String, String> files = new TreeMap<>();
  private final Map<ResourceId, List<ObjectEdit>> wanted;
  private final Set<ObjectEdit> done = new HashSet<>();

  /// Where the files come from and where the new ones go.
  ///
  /// @param root the path that the user named, which every path in the output is relative to; `""` for none
  /// @param defaultNamespace of objects that state none
  /// @param target the folder of the new objects, such as `istio`
  public record Source(String root, String defaultNamespace, String target) {}

  private WriteTree(Source source, Output output) {
    this.source = source;
    this.output = output;
    this.wanted = output.edits().stream().collect(groupingBy(ObjectEdit::object));
  }

  /// @param documents of these files, as they were parsed
  public static Tree of(
      List<SourceFile> sources, List<Document> documents, Output output, Source source) {
    var write = new WriteTree(source, output);
    var byFile = new HashMap<String, List<Document>>();
    documents.forEach(
        it -> byFile.computeIfAbsent(it.file().path(), _ -> new ArrayList<>()).add(it));
    sources.stream()
        .sorted(Comparator.comparing(SourceFile::path))
        .forEach(it -> write.file(it, byFile.getOrDefault(it.path(), List.of())));
    write.created();
    List<ObjectEdit> undone =
        output.edits().stream().filter(it -> !write.done.contains(it)).toList();
    return new Tree(write.files, undone);
  }

  private void file(SourceFile file, List<Document> documents) {
    var removed = new HashSet<Integer>();
    for (Document document : documents) {
      if (id(document).filter(output.replaced()::contains).isPresent()) {
        removed.add(document.index());
      }
    }
    boolean nothingLeft = !removed.isEmpty() && removed.size() == documents.size();
    if (nothingLeft && ParseYaml.parse(file).problems().isEmpty()) {
      return;
    }
    SourceFile now = without(edited(file, documents), removed);
    files.put(free(TreePath.below(source.root(), file.path())), now.text());
  }

  /// Each stretch of the stream is changed by itself, so that a file of many documents costs no more than as many files.
  private SourceFile edited(SourceFile file, List<Document> documents) {
    var text = new StringBuilder();
    int done = 0;
    int next = 0;
    for (SplitStream.Part part : SplitStream.split(file.text())) {
      var own = new ArrayList<Document>();
      while (next < documents.size() && documents.get(next).startOffset() < part.end()) {
        own.add(documents.get(next++));
      }
      if (own.stream().anyMatch(it -> !edits(it).isEmpty())) {
        String before = file.text().substring(part.parseFrom(), part.end());
        text.append(file.text(), done, part.parseFrom());
        text.append(changed(new SourceFile(file.path(), before), own).text());
        done = part.end();
      }
    }
    return new SourceFile(file.path(), text.append(file.text().substring(done)).toString());
  }

  /// @param documents all of the stretch
  private SourceFile changed(SourceFile stretch, List<Document> documents) {
    SourceFile now = stretch;
    for (int i = 0; i < documents.size(); i++) {
      for (ObjectEdit edit : edits(documents.get(i))) {
        Document current = ParseYaml.parse(now).value().get(i);
        var edits =
            switch (edit) {
              case ObjectEdit.Set set -> Edits.setEntry(current, set.path(), set.value());
              case ObjectEdit.Remove remove -> Edits.removeEntry(current, remove.path());
            };
        now = with(now, edits);
        if (!edits.isEmpty() || holds(current, edit)) {
          done.add(edit);
        }
      }
    }
    return now;
  }

  /// What is to change in a document that stays.
  private List<ObjectEdit> edits(Document document) {
    return id(document)
        .filter(it -> !output.replaced().contains(it))
        .map(it -> wanted.getOrDefault(it, List.of()))
        .orElse(List.of());
  }

  private static SourceFile without(SourceFile file, Set<Integer> indexes) {
    if (indexes.isEmpty()) {
      return file;
    }
    List<Document> gone =
        ParseYaml.parse(file).value().stream().filter(it -> indexes.contains(it.index())).toList();
    List<Edit> together = Edits.removeDocuments(gone);
    if (!together.isEmpty()) {
      return with(file, together);
    }
    // one by one from the last, so that one that must stay does not keep the others
    SourceFile now = file;
    for (Document document : gone.reversed()) {
      Document current = ParseYaml.parse(now).value().get(document.index());
      now = with(now, Edits.removeDocument(current));
    }
    return now;
  }

  /// Whether the document says already what an edit would make it say.
  private static boolean holds(Document document, ObjectEdit edit) {
    Optional<Node> found = Optional.of(document.root());
    for (String step : edit.path()) {
      found = found.flatMap(it -> below(it, step));
    }
    return switch (edit) {
      case ObjectEdit.Set set ->
          found.filter(it -> it instanceof Node.Scalar is && isText(is, set.value())).isPresent();
      case ObjectEdit.Remove _ -> found.isEmpty();
    };
  }

  private static boolean isText(Node.Scalar scalar, String text) {
    return scalar.text().equals(text) && Scalars.kind(scalar) == Scalars.Kind.STRING;
  }

  private static Optional<Node> below(Node node, String step) {
    return switch (node) {
      case Node.Mapping map -> map.get(step);
      case Node.Sequence list -> {
        boolean index = step.matches("\\[[0-9]{1,6}]");
        int at = index ? Integer.parseInt(step.substring(1, step.length() - 1)) : -1;
        yield index && at < list.items().size()
            ? Optional.of(list.items().get(at))
            : Optional.empty();
      }
      case Node.Scalar _ -> Optional.empty();
    };
  }

  private static SourceFile with(SourceFile file, List<Edit> edits) {
    return new SourceFile(file.path(), Edits.apply(file.text(), edits));
  }

  private Optional<ResourceId> id(Document document) {
    return Header.of(document)
        .map(header -> {
          boolean cluster = header.group().isEmpty() && header.kind().equals("Namespace");
          String otherwise = cluster ? "" : source.defaultNamespace();
          return new ResourceId(
              header.group(),
              header.kind(),
              metadata(document, "namespace").orElse(otherwise),
              metadata(document, "name").or(() -> metadata(document, "generateName")).orElse(""));
        });
  }

  private static Optional<String> metadata(Document document, String field) {
    return document
        .root()
        .get("metadata")
        .flatMap(it -> below(it, field))
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .filter(it -> Scalars.kind(it) == Scalars.Kind.STRING)
        .map(Node.Scalar::text);
  }

  private void created() {
    var byFile = new TreeMap<String, List<Created>>();
    for (Created it : output.created()) {
      byFile.computeIfAbsent(folder(it.id()), _ -> new ArrayList<>()).add(it);
    }
    for (Map.Entry<String, List<Created>> entry : byFile.entrySet()) {
      List<String> texts =
          entry.getValue().stream()
              .sorted(Comparator.comparing(Created::id))
              .map(this::text)
              .toList();
      String path = free(source.target() + "/" + entry.getKey() + ".yaml");
      files.put(path, String.join("---\n", texts));
    }
  }

  /// A Namespace stands with what is in it.
  private static String folder(ResourceId id) {
    return id.namespace().isEmpty() ? id.name() : id.namespace();
  }

  private String text(Created created) {
    var text = new StringBuilder();
    for (Origin origin : created.from()) {
      text.append("# from ")
          .append(TreePath.below(source.root(), origin.file()))
          .append(':')
          .append(origin.line())
          .append('\n');
    }
    return text.append(Emit.yaml(created.node())).toString();
  }

  /// A path that no other file has yet.
  private String free(String wanted) {
    String path = wanted;
    for (int i = 2; files.containsKey(path); i++) {
      int dot = wanted.lastIndexOf('.');
      boolean named = dot > wanted.lastIndexOf('/');
      path = named ? wanted.substring(0, dot) + "-" + i + wanted.substring(dot) : wanted + "-" + i;
    }
    return path;
  }
}
