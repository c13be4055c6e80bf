package io.meshc.cli.report;

import io.meshc.lower.Loss;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.Origin;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// A translation for programs: `docs/translate.schema.json` says what each field means.
public final class TranslationJson {
  private final Translation it;
  private final Json json;

  private TranslationJson(Translation it, Json json) {
    this.it = it;
    this.json = json;
  }

  public static void write(Translation translation, PrintStream to) {
    try (Json json = Json.indented(to)) {
      new TranslationJson(translation, json).write();
    }
  }

  private void write() {
    json.object()
        .field("version", 1)
        .field("target", it.target())
        .field("outcome", it.outcome().name().toLowerCase(Locale.ROOT))
        .field("files", it.files())
        .array("objects");
    it.output().created().forEach(this::created);
    json.endArray().array("edits");
    it.output().edits().forEach(this::edit);
    json.endArray().array("replaced");
    it.output().replaced().stream().sorted().forEach(id -> JsonReport.id(id, json));
    json.endArray().array("losses");
    it.losses().forEach(this::loss);
    json.endArray();
    it.verified().ifPresentOrElse(this::verified, () -> json.none("verified"));
    json.endObject();
  }

  private void created(Created created) {
    json.object();
    JsonReport.resource(Optional.of(created.id()), json);
    json.array("from");
    for (Origin origin : created.from()) {
      if (origin.isWritten()) {
        json.object();
        JsonReport.resource(it.resourceAt(origin), json);
        place(origin);
        json.endObject();
      }
    }
    json.endArray().endObject();
  }

  private void edit(ObjectEdit edit) {
    json.object();
    JsonReport.resource(Optional.of(edit.object()), json);
    json.field("path", TranslationText.path(edit.path()));
    switch (edit) {
      case ObjectEdit.Set set -> json.field("value", set.value());
      case ObjectEdit.Remove _ -> json.none("value");
    }
    json.field("because", edit.because()).field("made", !it.undone().contains(edit)).endObject();
  }

  private void loss(Loss loss) {
    json.object()
        .field("effect", loss.effect().label())
        .field("accepted", it.accepts(loss))
        .field("feature", String.valueOf(loss.feature()))
        .field("message", loss.message())
        .field("help", loss.help());
    JsonReport.resource(loss.resource(), json);
    place(loss.origin());
    json.field("path", loss.origin().path()).endObject();
  }

  private void place(Origin origin) {
    json.field("file", origin.file())
        .field("line", origin.line())
        .field("column", origin.span().startColumn());
  }

  private void verified(Translation.Verified by) {
    json.object("verified")
        .field("asked", by.asked())
        .field("differences", by.differences())
        .field("complete", by.complete())
        .endObject();
  }
}
