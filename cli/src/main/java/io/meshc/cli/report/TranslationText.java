package io.meshc.cli.report;

import io.meshc.lower.Loss;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A translation for people: what each old resource became, what was edited, and what is lost.
public final class TranslationText {
  private final Translation it;
  private final Paint paint;
  private final PrintStream out;

  private TranslationText(Translation it, Paint paint, PrintStream out) {
    this.it = it;
    this.paint = paint;
    this.out = out;
  }

  public static void write(Translation translation, Paint paint, PrintStream out) {
    var text = new TranslationText(translation, paint, out);
    text.became();
    text.edits();
    text.losses();
    text.closing();
  }

  /// Old resource → new resources. One that nothing came of is said too: its meaning is in the losses, or in no line at all.
  private void became() {
    var became = new TreeMap<String, TreeSet<String>>();
    it.output().replaced().forEach(old -> became.put(old.label(), new TreeSet<>()));
    for (Created created : it.output().created()) {
      for (String old : sources(created)) {
        became.computeIfAbsent(old, _ -> new TreeSet<>()).add(created.id().label());
      }
    }
    if (became.isEmpty()) {
      return;
    }
    out.println("translated:");
    became.forEach((old, created) ->
        line(
            "  "
                + old
                + " → "
                + (created.isEmpty()
                    ? "no object of its own, see what names it"
                    : String.join(", ", created))));
  }

  private TreeSet<String> sources(Created created) {
    var labels =
        created.from().stream()
            .filter(Origin::isWritten)
            .map(from -> it.resourceAt(from).map(ResourceId::label).orElse(from.place()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (labels.isEmpty()) {
      labels.add("the mesh's defaults");
    }
    return labels;
  }

  private void edits() {
    edits(
        "edited:",
        it.output().edits().stream().filter(edit -> !it.undone().contains(edit)).toList());
    edits("to be edited by hand, as it cannot be done in place:", it.undone());
  }

  private void edits(String title, List<ObjectEdit> edits) {
    if (!edits.isEmpty()) {
      out.println(title);
      edits.forEach(edit -> line("  " + edit.object().label() + ": " + edit(edit)));
    }
  }

  private static String edit(ObjectEdit edit) {
    String path = path(edit.path());
    String what =
        switch (edit) {
          case ObjectEdit.Set set -> path + " = `" + set.value() + "`";
          case ObjectEdit.Remove _ -> path + " removed";
        };
    return what + " (" + edit.because() + ")";
  }

  /// `metadata.labels[app.kubernetes.io/name]`
  static String path(List<String> keys) {
    var path = new StringBuilder();
    for (String key : keys) {
      if (key.startsWith("[")) {
        path.append(key);
      } else if (key.contains(".")) {
        path.append('[').append(key).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(key);
      }
    }
    return path.toString();
  }

  private void losses() {
    if (it.losses().isEmpty()) {
      return;
    }
    out.println("lost:");
    for (Loss loss : it.losses()) {
      String effect = loss.effect().label();
      String place = loss.origin().isWritten() ? " (" + loss.origin().place() + ")" : "";
      String resource = loss.resource().map(id -> id.label() + ": ").orElse("");
      String painted = it.accepts(loss) ? paint.bold(effect) : paint.bad(effect);
      out.println("  " + painted + Paint.harmless("  " + resource + loss.message() + place));
      if (!loss.help().isEmpty()) {
        line("      help: " + loss.help());
      }
    }
  }

  private void closing() {
    String size =
        count(it.output().created().size(), "new object")
            + ", "
            + count(it.output().edits().size(), "edit");
    String where = it.directory().isEmpty() ? "" : " to `" + it.directory() + "`";
    String verified =
        it.verified()
            .map(by ->
                "; verified by "
                    + count(by.asked(), "question")
                    + (by.complete() ? "" : ", not all"))
            .orElse("");
    line(
        switch (it.outcome()) {
          case WRITTEN ->
              "written" + where + ": " + count(it.files().size(), "file") + ", " + size + verified;
          case PLANNED -> "planned: " + size + verified + "; nothing is written";
          case UNCHANGED -> "unchanged: `" + it.directory() + "` is what would be written";
          case DRIFT -> "drift: `" + it.directory() + "` is not what would be written";
          case REFUSED -> "refused: nothing is written";
        });
  }

  private void line(String text) {
    out.println(Paint.harmless(text));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
