package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Problem;
import io.meshc.diag.Problem.Kind;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.Span;
import io.meshc.validate.schema.CheckSchemas.Structure;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a reader of a dialect says beside the schema, which has said that `spec.a` is not listed and `spec.b` is missing.
final class OneVoiceTest {
  private static final ResourceId ID = new ResourceId("g", "K", "n", "x");
  private static final ResourceId OTHER = new ResourceId("g", "K", "n", "y");
  private static final String MISSING = "field `spec.b` is missing";

  static Stream<Arguments> readings() {
    return Stream.of(
        Arguments.of("the same value", problem(Kind.INVALID_VALUE, ID, "spec.a", 3, "no"), "none"),
        Arguments.of("the same gap", problem(Kind.MISSING_FIELD, ID, "spec", 2, MISSING), "none"),
        Arguments.of(
            "that gap of another object",
            problem(Kind.MISSING_FIELD, OTHER, "spec", 2, MISSING),
            "MISSING_FIELD"),
        Arguments.of(
            "another value", problem(Kind.INVALID_VALUE, ID, "spec.c", 4, "no"), "INVALID_VALUE"),
        Arguments.of(
            "the same path further down",
            problem(Kind.INVALID_VALUE, ID, "spec.a", 30, "no"),
            "INVALID_VALUE"),
        Arguments.of(
            "a field that the schema knows",
            problem(Kind.UNKNOWN_FIELD, ID, "spec.d", 5, "no"),
            "NOT_MODELLED"),
        Arguments.of(
            "a field of metadata, which no schema speaks of",
            problem(Kind.UNKNOWN_FIELD, ID, "metadata.d", 5, "no"),
            "UNKNOWN_FIELD"),
        Arguments.of(
            "a field of an object without a schema",
            problem(Kind.UNKNOWN_FIELD, OTHER, "spec.d", 5, "no"),
            "UNKNOWN_FIELD"),
        Arguments.of(
            "another thing at the same place",
            problem(Kind.DUPLICATE_KEY, ID, "spec.a", 3, "no"),
            "DUPLICATE_KEY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void saysEachPlaceOnce(String name, Problem read, String left) {
    var bySchema =
        List.of(
            problem(Kind.UNLISTED_VALUE, ID, "spec.a", 3, "not listed"),
            problem(Kind.MISSING_FIELD, ID, "spec", 2, MISSING));

    List<Problem> all = new Structure(bySchema, Set.of(ID), Set.of(), "").join(List.of(read));

    assertThat(all).startsWith(bySchema.toArray(Problem[]::new));
    assertThat(all.stream().skip(2).map(it -> it.kind().name()).findFirst().orElse("none"))
        .isEqualTo(left);
  }

  private static Problem problem(Kind kind, ResourceId id, String path, int line, String message) {
    var origin = new Origin("f.yaml", path, new Span(line, 3, line, 5));
    return new Problem(kind, origin, message, "").in(id);
  }
}
