package io.meshc.dialect.istio;

import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `exact`, `prefix` or `regex`, as Istio's StringMatch has them. That one of them alone stands there, and that an expression
/// is one, is for schemas and rules to say.
public final class ReadStringMatch {
  private ReadStringMatch() {}

  public static Optional<StringMatch> of(Fields parent, String field) {
    return parent.object(field).map(ReadStringMatch::read);
  }

  public static List<StringMatch> list(Fields parent, String field) {
    return parent.objects(field).stream().map(ReadStringMatch::read).toList();
  }

  public static Map<String, StringMatch> map(Fields parent, String field) {
    return parent.objectMap(field, ReadStringMatch::read);
  }

  private static StringMatch read(Fields fields) {
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
      return new StringMatch.Regex(regex.get());
    }
    return new StringMatch.Present(fields.origin());
  }
}
