package io.meshc.dialect.linkerd;

import io.meshc.diag.Problem;
import io.meshc.dialect.linkerd.LabelSelector.Expression;
import io.meshc.yaml.Fields;
import java.util.List;

/// Fields → the parts that several kinds share.
public final class ReadParts {
  private ReadParts() {}

  public static LabelSelector selector(Fields fields) {
    var result =
        new LabelSelector(
            fields.stringMap("matchLabels"),
            fields.objects("matchExpressions").stream().map(ReadParts::expression).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static Expression expression(Fields fields) {
    var result =
        new Expression(
            fields.string("key"),
            fields.string("operator"),
            fields.strings("values"),
            fields.origin());
    fields.done();
    return result;
  }

  public static Network network(Fields fields) {
    var result = new Network(fields.string("cidr"), fields.strings("except"), fields.origin());
    fields.done();
    return result;
  }

  /// One that may name a namespace.
  public static ObjectRef ref(Fields fields) {
    var result =
        new ObjectRef(
            fields.string("group"),
            fields.string("kind"),
            fields.string("name"),
            fields.string("namespace"),
            fields.origin());
    fields.done();
    return result;
  }

  /// Whether what was read since can be relied on: a field that nobody knows is left out by the API server, any other problem keeps
  /// the object out, and what is there in its place is not in the repo.
  ///
  /// @param since how many problems there were before
  public static boolean isLegible(List<Problem> problems, int since) {
    return problems.subList(since, problems.size()).stream()
        .allMatch(it -> it.kind() == Problem.Kind.UNKNOWN_FIELD);
  }
}
