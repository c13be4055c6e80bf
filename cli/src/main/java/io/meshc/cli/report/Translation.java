package io.meshc.cli.report;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Output;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a translation did, or would do.
///
/// @param directory as the user named it, `""` for none
/// @param files of the translation, from the directory
/// @param undone edits that have to be made by hand
/// @param accepted effects that keep nothing from being written
/// @param sources where the resources of the input stand
/// @param verified how many questions both were asked; empty where nothing was verified
public record Translation(
    String target,
    Outcome outcome,
    String directory,
    List<String> files,
    Output output,
    List<ObjectEdit> undone,
    List<Loss> losses,
    Set<Effect> accepted,
    Map<ResourceId, Document> sources,
    Optional<Verified> verified) {
  public Translation {
    files = List.copyOf(files);
    undone = List.copyOf(undone);
    losses = List.copyOf(losses);
    accepted = Set.copyOf(accepted);
    sources = Map.copyOf(sources);
  }

  public enum Outcome {
    WRITTEN,
    PLANNED,
    UNCHANGED,
    DRIFT,
    REFUSED
  }

  /// @param complete whether all questions were asked
  public record Verified(int asked, int differences, boolean complete) {}

  public Translation as(Outcome other) {
    return new Translation(
        target, other, directory, files, output, undone, losses, accepted, sources, verified);
  }

  public Translation verified(Verified by) {
    return new Translation(
        target,
        outcome,
        directory,
        files,
        output,
        undone,
        losses,
        accepted,
        sources,
        Optional.of(by));
  }

  /// What the writer made of it.
  public Translation wrote(List<String> written, List<ObjectEdit> byHand) {
    return new Translation(
        target, outcome, directory, written, output, byHand, losses, accepted, sources, verified);
  }

  /// What the user asks for by an option of its own needs no further leave.
  public boolean accepts(Loss loss) {
    return accepted.contains(loss.effect()) || loss.feature().equals(Feature.HARDENING.label());
  }

  public List<Loss> unaccepted() {
    return losses.stream().filter(it -> !accepts(it)).toList();
  }

  /// The resource that stands at a place of the input.
  Optional<ResourceId> resourceAt(Origin origin) {
    return sources.entrySet().stream()
        .filter(it -> holds(it.getValue(), origin))
        .map(Map.Entry::getKey)
        .min(ResourceId::compareTo);
  }

  private static boolean holds(Document document, Origin origin) {
    var span = document.root().span();
    return document.file().path().equals(origin.file())
        && span.startLine() <= origin.line()
        && origin.line() <= span.endLine();
  }
}
