package io.meshc.yaml;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A file → its documents.
///
/// Each document is parsed alone, so one that is broken, templated or no mapping is a problem and
/// its neighbours are still there. Empty documents vanish. The items of a `List` are documents of
/// their own. Never throws for input.
public final class ParseYaml {
  /// More documents than this in one file are no configuration either, however small they are.
  public static final int MAX_DOCUMENTS = 100_000;

  private final SourceFile file;
  private final List<Document> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Span> templated = new ArrayList<>();
  private final List<Span> encrypted = new ArrayList<>();
  private final ReadNode.Budget budget = new ReadNode.Budget();
  private Optional<Lines> lines = Optional.empty();

  private ParseYaml(SourceFile file) {
    this.file = file;
  }

  /// JSON is read as the YAML that it is.
  public static Outcome<List<Document>> parse(SourceFile file) {
    var parse = new ParseYaml(file);
    parse.run();
    return new Outcome<>(List.copyOf(parse.documents), parse.problems);
  }

  private void run() {
    if (file.text().length() > SourceFile.MAX_BYTES) {
      tooMuch("file is larger than " + (SourceFile.MAX_BYTES >> 20) + " MiB");
      return;
    }
    List<SplitStream.Part> parts = SplitStream.split(file.text());
    for (SplitStream.Part part :
        parts.size() > MAX_DOCUMENTS ? List.<SplitStream.Part>of() : parts) {
      document(part);
    }
    if (parts.size() > MAX_DOCUMENTS || documents.size() > MAX_DOCUMENTS) {
      documents.clear();
      problems.clear();
      tooMuch("file holds more than " + MAX_DOCUMENTS + " documents");
      return;
    }
    hidden(
        templated,
        "document looks like a template, not like YAML, and is not checked",
        "%d documents look like templates, not like YAML, and are not checked",
        "render the template and check the result");
    hidden(
        encrypted,
        "document is encrypted with SOPS and is not checked",
        "%d documents are encrypted with SOPS and are not checked",
        "check it where it is decrypted: `sops decrypt FILE | meshc lint -`");
  }

  private void hidden(List<Span> places, String one, String many, String help) {
    if (!places.isEmpty()) {
      String message = places.size() == 1 ? one : many.formatted(places.size());
      report(Problem.Kind.TEMPLATED, places.getFirst(), message, help);
    }
  }

  /// Half of such a file would say something else than the whole of it, so nothing is taken.
  private void tooMuch(String message) {
    report(Problem.Kind.NOT_TEXT, Span.FILE_START, message + "; it is not read", SourceFile.CUT_IT);
  }

  private void document(SplitStream.Part part) {
    String text = file.text().substring(part.parseFrom(), part.end());
    OptionalInt unprintable = Unprintable.in(text);
    if (unprintable.isPresent()) {
      int at = unprintable.getAsInt();
      String message = Unprintable.describe(text, at) + " is not allowed in YAML";
      broken(text, place(text, at, part), message, part);
      return;
    }
    OptionalInt endless = LongValue.in(text);
    if (endless.isPresent()) {
      String message = "a value is longer than " + (LongValue.MAX_LENGTH >> 20) + " MiB";
      broken(text, place(text, endless.getAsInt(), part), message, part);
      return;
    }
    OptionalInt marked = Templates.marked(text);
    if (marked.isPresent()) {
      template(text, marked.getAsInt(), part);
      return;
    }
    parse(text, part);
  }

  /// The parser is not ours and has thrown more than its own exceptions before, so whatever it
  /// throws is a problem.
  private void parse(String text, SplitStream.Part part) {
    var found = new ArrayList<Problem>();
    try {
      Optional<Node> root =
          ReadNode.read(JsonTabs.toSpaces(text), file.path(), part.line(), budget, found);
      root.ifPresent(it -> addRoot(it, part));
      problems.addAll(found);
    } catch (RuntimeException thrown) {
      Malformed why = SyntaxWords.of(thrown, text, part.line());
      OptionalInt template = Templates.breaking(text, why.span().startLine() - part.line());
      if (template.isPresent()) {
        template(text, template.getAsInt(), part);
      } else {
        broken(text, why.span(), why.words(), part);
      }
    }
  }

  /// What kind of object it was to be may be there to read all the same.
  private void broken(String text, Span place, String message, SplitStream.Part part) {
    report(Problem.Kind.NOT_YAML, place, message, "");
    Shown.of(text, part.line()).ifPresent(it -> hide(it, "no YAML", part.content(), part.end()));
  }

  /// What kind of object it makes is mostly written out.
  private void template(String text, int at, SplitStream.Part part) {
    templated.add(place(text, at, part));
    Shown.of(text, part.line()).ifPresent(it -> hide(it, "a template", part.content(), part.end()));
  }

  private void hide(Node.Mapping shown, String why, int start, int end) {
    documents.add(new Document(file, documents.size(), shown, start, end, Optional.of(why)));
  }

  private void addRoot(Node root, SplitStream.Part part) {
    if (root instanceof Node.Mapping mapping) {
      Optional<Span> ciphertext = Encrypted.in(mapping);
      if (ciphertext.isPresent()) {
        encrypted.add(ciphertext.get());
        hide(Shown.of(mapping), "encrypted", part.content(), part.end());
      } else {
        add(mapping, part.content(), part.end());
      }
    } else if (!Scalars.isNull(root)) {
      notAnObject("document", root);
    }
  }

  private void add(Node.Mapping root, int start, int end) {
    Optional<ListObject> list = ListObject.of(root);
    if (list.isEmpty()) {
      documents.add(new Document(file, documents.size(), root, start, end));
      return;
    }
    list.get()
        .mistake()
        .ifPresent(it ->
            report(Problem.Kind.NOT_AN_OBJECT, list.get().place(), it, "nothing of it is read"));
    for (Node item : list.get().items()) {
      if (item instanceof Node.Mapping mapping) {
        Span span = mapping.span();
        add(
            list.get().named(mapping),
            lines().offset(span.startLine(), span.startColumn()),
            lines().offset(span.endLine(), span.endColumn()));
      } else {
        notAnObject("list item", item);
      }
    }
  }

  private Lines lines() {
    return lines.orElseGet(() -> {
      Lines found = Lines.of(file.text());
      lines = Optional.of(found);
      return found;
    });
  }

  private void notAnObject(String what, Node node) {
    String message = what + " is " + node.describe() + ", not a Kubernetes object";
    report(Problem.Kind.NOT_AN_OBJECT, node.span(), message, "");
  }

  private static Span place(String text, int at, SplitStream.Part part) {
    Lines lines = Lines.of(text);
    int line = lines.line(at) + part.line() - 1;
    int column = lines.column(at);
    return new Span(line, column, line, column + 1);
  }

  private void report(Problem.Kind kind, Span span, String message, String help) {
    problems.add(new Problem(kind, new Origin(file.path(), "", span), message, help));
  }
}
