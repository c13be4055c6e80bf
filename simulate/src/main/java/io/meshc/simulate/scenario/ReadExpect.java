package io.meshc.simulate.scenario;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// The `expect` of a check.
final class ReadExpect {
  private final List<Problem> problems;

  private ReadExpect(List<Problem> problems) {
    this.problems = problems;
  }

  static Expect read(Fields fields, List<Problem> problems) {
    var read = new ReadExpect(problems);
    Optional<BigDecimal> tolerance = fields.decimal("tolerance").map(At::value);
    var expect =
        new Expect(
            fields.bool("refused").map(At::value),
            read.statuses(fields),
            read.map(fields, "statuses", read::bounds),
            fields.string("served_by").map(At::value),
            read.map(fields, "split", read::share),
            tolerance.isPresent()
                ? OptionalDouble.of(tolerance.get().doubleValue())
                : OptionalDouble.empty(),
            read.map(fields, "hits", read::bounds),
            read.map(fields, "headers", read::pattern),
            read.map(fields, "request_headers", read::pattern),
            fields.string("request_path").map(At::value),
            fields.string("body_contains").map(At::value),
            fields.object("elapsed_ms").map(ReadExpect::closed));
    fields.done();
    return expect;
  }

  /// `min` and `max` of a mapping that holds more.
  static Bounds bounds(Fields fields) {
    return new Bounds(
        fields.decimal("min").map(it -> it.value().doubleValue()).orElse(Double.NEGATIVE_INFINITY),
        fields.decimal("max").map(it -> it.value().doubleValue()).orElse(Double.POSITIVE_INFINITY));
  }

  private static Bounds closed(Fields fields) {
    Bounds read = bounds(fields);
    fields.done();
    return read;
  }

  private List<Integer> statuses(Fields fields) {
    return fields.node("status").filter(Node.Sequence.class::isInstance).isPresent()
        ? fields.integers("status").stream().map(At::value).toList()
        : fields.integer("status").stream().map(At::value).toList();
  }

  /// In the order of the text.
  private <T> Map<String, T> map(
      Fields fields, String name, BiFunction<Node, Origin, Optional<T>> reader) {
    var read = new LinkedHashMap<String, T>();
    fields
        .object(name)
        .ifPresent(map ->
            map.entries()
                .forEach(entry ->
                    reader
                        .apply(entry.value(), map.origin(entry.key()))
                        .ifPresent(it -> read.put(entry.key(), it))));
    return read;
  }

  /// A number that it has to be, or a mapping with `min` and `max`.
  private Optional<Bounds> bounds(Node node, Origin origin) {
    return switch (node) {
      case Node.Scalar scalar -> number(scalar, origin).map(Bounds::exactly);
      case Node.Mapping map -> Optional.of(closed(Fields.of(map, origin, problems)));
      case Node.Sequence _ -> wrong(origin, "a number, or `min` and `max`");
    };
  }

  private Optional<Double> share(Node node, Origin origin) {
    return node instanceof Node.Scalar scalar
        ? number(scalar, origin)
        : wrong(origin, "a share between 0 and 1");
  }

  private Optional<Double> number(Node.Scalar scalar, Origin origin) {
    try {
      return Optional.of(Double.parseDouble(scalar.text()));
    } catch (NumberFormatException _) {
      return wrong(origin, "a number");
    }
  }

  /// A regular expression, or `null` for what is not to be there.
  private Optional<Optional<String>> pattern(Node node, Origin origin) {
    if (Scalars.isNull(node)) {
      return Optional.of(Optional.empty());
    }
    if (!(node instanceof Node.Scalar scalar)) {
      return wrong(origin, "a regular expression or null");
    }
    try {
      return Optional.of(Optional.of(Pattern.compile(scalar.text()).pattern()));
    } catch (PatternSyntaxException _) {
      return wrong(origin, "a regular expression");
    }
  }

  private <T> Optional<T> wrong(Origin origin, String expected) {
    String message = "`" + origin.path().toLowerCase(Locale.ROOT) + "` is not " + expected;
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, ""));
    return Optional.empty();
  }
}
