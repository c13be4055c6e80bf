package io.meshc.dialect.istio;

import io.meshc.diag.Problem;
import io.meshc.model.match.Regex;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `exact`, `prefix` or `regex`, as Istio's StringMatch has them.
public final class ReadStringMatch {
  private ReadStringMatch() {}

  public static Optional<StringMatch> of(Fields parent, String field, List<Problem> problems) {
    return parent.object(field).map(it -> read(it, problems));
  }

  public static List<StringMatch> list(Fields parent, String field, List<Problem> problems) {
    return parent.objects(field).stream().map(it -> read(it, problems)).toList();
  }

  public static Map<String, StringMatch> map(Fields parent, String field, List<Problem> problems) {
    return parent.objectMap(field, it -> read(it, problems));
  }

  private static StringMatch read(Fields fields, List<Problem> problems) {
    Optional<At<String>> exact = fields.string("exact");
    Optional<At<String>> prefix = fields.string("prefix");
    Optional<At<String>> regex = fields.string("regex");
    fields.done();
    List<At<String>> written = Stream.of(exact, prefix, regex).flatMap(Optional::stream).toList();
    if (written.size() > 1) {
      String message =
          "field `" + fields.origin().path() + "` says more than one of `exact`, `prefix`, `regex`";
      problems.add(new Problem(Problem.Kind.INVALID_VALUE, written.get(1).origin(), message, ""));
    }
    if (exact.isPresent()) {
      return new StringMatch.Exact(exact.get());
    }
    if (prefix.isPresent()) {
      return new StringMatch.Prefix(prefix.get());
    }
    if (regex.isPresent()) {
      String fault = Regex.fault(regex.get().value());
      if (!fault.isEmpty()) {
        String message = "regex `" + regex.get().value() + "` is not RE2: " + fault;
        problems.add(new Problem(Problem.Kind.INVALID_REGEX, regex.get().origin(), message, ""));
      }
      return new StringMatch.Regex(regex.get());
    }
    return new StringMatch.Present(fields.origin());
  }
}
