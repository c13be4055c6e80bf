package io.meshc.dialect.kubernetes;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A port by its number or by the name that a container gives it: what Kubernetes calls IntOrString.
public sealed interface PortName {
  record Number(int port) implements PortName {}

  record Named(String name) implements PortName {}

  /// One of two readings. A method and no `switch`, which is linked when it is first reached and costs a cold start twenty
  /// milliseconds (decision 0009).
  default <T> T either(IntFunction<T> number, Function<String, T> name) {
    return this instanceof Number it ? number.apply(it.port) : name.apply(((Named) this).name);
  }

  /// Reads a field that takes either.
  static Optional<At<PortName>> read(Fields fields, String field, List<Problem> problems) {
    Optional<Node> node = fields.node(field);
    if (node.isPresent()
        && node.get() instanceof Node.Scalar scalar
        && Scalars.kind(scalar) == Scalars.Kind.STRING) {
      return fields.string(field).map(it -> it.with(new Named(it.value())));
    }
    return fields
        .integer(field)
        .filter(it -> isPort(it, problems))
        .map(it -> it.with(new Number(it.value())));
  }

  /// Whether a number is a port, with a problem where it is none.
  static boolean isPort(At<Integer> number, List<Problem> problems) {
    boolean fits = number.value() >= 1 && number.value() <= 65535;
    if (!fits) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              number.origin(),
              "`" + number.value() + "` is no port: ports are 1 to 65535",
              ""));
    }
    return fits;
  }
}
