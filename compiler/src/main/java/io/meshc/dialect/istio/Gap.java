package io.meshc.dialect.istio;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A field that Istio knows and that a record has no place for, and which may change a decision.
///
/// @param field its path in the document
public record Gap(String field, Origin origin) {

  /// The fields of these names that are there, each reported. What they belong to is understood in part only.
  public static List<Gap> in(Fields fields, List<Problem> problems, String... names) {
    var gaps = new ArrayList<Gap>();
    for (String name : names) {
      if (fields.has(name)) {
        gaps.add(report(fields.keyOrigin(name), problems));
      }
    }
    return gaps;
  }

  /// A field whose value is no word of Istio's, which was reported already.
  public static List<Gap> unread(Fields fields, String field, Optional<?> read) {
    return fields.has(field) && read.isEmpty()
        ? List.of(new Gap(fields.origin(field).path(), fields.origin(field)))
        : List.of();
  }

  /// A value at a place where only other values are understood.
  public static Gap report(Origin origin, List<Problem> problems) {
    problems.add(
        problem(
            origin, "field `" + origin.path() + "` is not modelled: what it may touch is unknown"));
    return new Gap(origin.path(), origin);
  }

  /// The same for fields that no decision depends on, such as timeouts: reported, and nothing else.
  public static void harmless(Fields fields, List<Problem> problems, String... names) {
    for (String name : names) {
      if (fields.has(name)) {
        Origin origin = fields.keyOrigin(name);
        problems.add(problem(origin, "field `" + origin.path() + "` is not modelled"));
      }
    }
  }

  private static Problem problem(Origin origin, String message) {
    return new Problem(Problem.Kind.NOT_MODELLED, origin, message, "");
  }
}
