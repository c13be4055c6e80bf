package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.diag.Problem.Kind;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The problems of schemas and those of the readers of dialects → each place once. The schema has the word, as it says what the
/// server does.
final class OneVoice {
  private final Set<String> said = new HashSet<>();
  private final CheckSchemas.Structure structure;

  private OneVoice(CheckSchemas.Structure structure) {
    this.structure = structure;
    for (Problem it : structure.problems()) {
      said.add(place(it));
    }
  }

  /// @param read what the readers could not take of the same documents
  static List<Problem> join(CheckSchemas.Structure structure, List<Problem> read) {
    var all = new ArrayList<>(structure.problems());
    if (read.isEmpty()) {
      return all;
    }
    var voice = new OneVoice(structure);
    for (Problem it : read) {
      if (!voice.repeats(it)) {
        all.add(voice.isKnown(it) ? unread(it) : it);
      }
    }
    return all;
  }

  private boolean repeats(Problem problem) {
    return switch (problem.kind()) {
      case UNKNOWN_FIELD, MISSING_FIELD, INVALID_VALUE, INVALID_REGEX ->
          said.contains(place(problem));
      default -> false;
    };
  }

  /// A field of the schema that the reader of the kind has no place for: the object is right, but meshc sees less than the mesh.
  private boolean isKnown(Problem problem) {
    return problem.kind() == Kind.UNKNOWN_FIELD
        && problem.resource().filter(structure.checked()::contains).isPresent()
        && !problem.origin().path().startsWith("metadata");
  }

  private static Problem unread(Problem problem) {
    return new Problem(
        Kind.NOT_MODELLED,
        problem.origin(),
        problem.resource(),
        "field `" + problem.origin().path() + "` is not modelled: what it may touch is unknown",
        "");
  }

  /// Of a field that is not there the object and the name, as what lacks it is often the whole object.
  private static String place(Problem problem) {
    Origin at = problem.origin();
    return problem.kind() == Kind.MISSING_FIELD
        ? missing(problem, problem.message())
        : at.file() + ":" + at.line() + ":" + at.span().startColumn() + ":" + at.path();
  }

  private static String missing(Problem problem, String message) {
    return problem.origin().file() + problem.resource().map(ResourceId::label).orElse("") + message;
  }
}
