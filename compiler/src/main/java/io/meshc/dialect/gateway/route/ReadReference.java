package io.meshc.dialect.gateway.route;

import io.meshc.diag.Problem;
import io.meshc.dialect.gateway.route.Grammar.Part;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// Parents and backends → records.
public final class ReadReference {
  private ReadReference() {}

  public static List<ParentRef> parents(Fields spec) {
    return parents(spec, "parentRefs");
  }

  /// The same where they have another name.
  public static List<ParentRef> parents(Fields spec, String field) {
    return spec.objects(field).stream().map(ReadReference::parent).toList();
  }

  private static ParentRef parent(Fields fields) {
    var result =
        new ParentRef(
            fields.string("group"),
            fields.string("kind"),
            fields.required("name", fields::string),
            fields.string("namespace"),
            fields.string("sectionName"),
            fields.whole("port"),
            fields.origin());
    fields.done();
    return result;
  }

  /// @param filters which there are: none where the grammar has none
  static List<BackendRef> backends(Fields rule, Grammar grammar, List<Problem> problems) {
    return rule.objects("backendRefs").stream().map(it -> backend(it, grammar, problems)).toList();
  }

  private static BackendRef backend(Fields fields, Grammar grammar, List<Problem> problems) {
    boolean kinds = grammar.has(Part.BACKEND_KIND);
    var result =
        new BackendRef(
            kinds ? fields.string("group") : Optional.empty(),
            kinds ? fields.string("kind") : Optional.empty(),
            fields.required("name", fields::string),
            fields.string("namespace"),
            fields.whole("port"),
            kinds ? fields.whole("weight") : Optional.empty(),
            grammar.equals(Grammar.STREAM)
                ? List.of()
                : ReadFilter.filters(fields, grammar, problems),
            fields.origin());
    fields.done();
    return result;
  }

  /// One that takes copies of requests, or is asked about them.
  static BackendRef aside(Fields fields) {
    var result =
        new BackendRef(
            fields.string("group"),
            fields.string("kind"),
            fields.required("name", fields::string),
            fields.string("namespace"),
            fields.whole("port"),
            Optional.empty(),
            List.of(),
            fields.origin());
    fields.done();
    return result;
  }
}
