package io.meshc.dialect.istio;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `exact`, `prefix` or `regex`, as Istio's StringMatch has them.
public final class ReadStringMatch {
  private ReadStringMatch() {}

  public static Optional<StringMatch> of(Fields parent, String field, List<Problem> problems) {
    return parent.object(field).map(it -> read(it, problems));
  }

  public static Map<String, StringMatch> map(Fields parent, String field, List<Problem> problems) {
    var result = new LinkedHashMap<String, StringMatch>();
    Optional<Node> node = parent.node(field);
    Optional<Fields> below = parent.object(field);
    if (below.isPresent() && node.isPresent() && node.get() instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        of(below.get(), entry.key(), problems).ifPresent(it -> result.put(entry.key(), it));
      }
    }
    return result;
  }

  private static StringMatch read(Fields fields, List<Problem> problems) {
    Optional<At<String>> exact = fields.string("exact");
    Optional<At<String>> prefix = fields.string("prefix");
    Optional<At<String>> regex = fields.string("regex");
    fields.done();
    if (exact.isPresent()) {
      return new StringMatch.Exact(exact.get());
    }
    if (prefix.isPresent()) {
      return new StringMatch.Prefix(prefix.get());
    }
    if (regex.isPresent()) {
      String fault = io.meshc.model.match.Regex.fault(regex.get().value());
      if (!fault.isEmpty()) {
        String message = "regex `" + regex.get().value() + "` is not RE2: " + fault;
        problems.add(new Problem(Problem.Kind.INVALID_REGEX, regex.get().origin(), message, ""));
      }
      return new StringMatch.Regex(regex.get());
    }
    return new StringMatch.Present(fields.origin());
  }
}
