package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderForm;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderMatch;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.model.match.Regex;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Document → HTTPRouteGroup. `matches` stands at the top in v1alpha1 and v1alpha2, below `spec` later; `headers` came with
/// v1alpha2.
public final class ParseHttpRouteGroup {
  private static final List<String> METHODS =
      List.of("*", "GET", "HEAD", "PUT", "POST", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private final String version;
  private final List<Problem> problems = new ArrayList<>();

  private ParseHttpRouteGroup(String version) {
    this.version = version;
  }

  public static Outcome<HttpRouteGroup> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseHttpRouteGroup(header.version());
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    boolean flat = header.version().equals("v1alpha1") || header.version().equals("v1alpha2");
    List<At<HttpMatch>> matches =
        flat
            ? parse.matches(top)
            : top.required("spec", top::object).map(parse::closed).orElse(List.of());
    top.done();
    return new Outcome<>(new HttpRouteGroup(meta, matches), parse.problems);
  }

  private List<At<HttpMatch>> closed(Fields spec) {
    List<At<HttpMatch>> matches = matches(spec);
    spec.done();
    return matches;
  }

  private List<At<HttpMatch>> matches(Fields fields) {
    return fields.objects("matches").stream().map(this::match).toList();
  }

  private At<HttpMatch> match(Fields fields) {
    Optional<At<String>> name = fields.string("name");
    int before = problems.size();
    Optional<At<String>> path = fields.string("pathRegex");
    List<At<String>> methods = fields.strings("methods");
    HeaderForm form = HeaderForm.NONE;
    var headers = new ArrayList<HeaderMatch>();
    if (!version.equals("v1alpha1")) {
      form = headers(fields, headers);
    }
    methods.forEach(this::checkMethod);
    boolean legible = problems.size() == before;
    path.ifPresent(this::checkRegex);
    headers.forEach(it -> checkRegex(it.regex()));
    fields.done();
    Origin origin = name.map(At::origin).orElse(fields.origin());
    return At.of(new HttpMatch(name, path, methods, headers, form, legible), origin);
  }

  private HeaderForm headers(Fields fields, List<HeaderMatch> headers) {
    Optional<Node> node = fields.node("headers");
    if (node.isEmpty()) {
      return HeaderForm.NONE;
    }
    if (node.get() instanceof Node.Mapping) {
      addAll(fields, "headers", headers);
      return HeaderForm.MAPPING;
    }
    for (Fields item : fields.objects("headers")) {
      for (Node.Entry entry : item.entries()) {
        item.string(entry.key()).ifPresent(it -> headers.add(header(item, entry.key(), it)));
      }
      if (item.entries().size() != 1) {
        // the Go SDK of SMI refuses such an item
        problems.add(
            new Problem(
                Problem.Kind.INVALID_VALUE,
                item.origin(),
                "an item of `headers` has " + item.entries().size() + " keys, not one",
                "write one item for each header"));
      }
    }
    return HeaderForm.LIST;
  }

  private static void addAll(Fields fields, String field, List<HeaderMatch> headers) {
    fields
        .object(field)
        .ifPresent(map -> {
          for (Node.Entry entry : map.entries()) {
            map.string(entry.key()).ifPresent(it -> headers.add(header(map, entry.key(), it)));
          }
        });
  }

  private static HeaderMatch header(Fields in, String name, At<String> regex) {
    return new HeaderMatch(At.of(name, in.keyOrigin(name)), regex);
  }

  private void checkRegex(At<String> regex) {
    String fault = Regex.fault(regex.value());
    if (!fault.isEmpty()) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_REGEX,
              regex.origin(),
              "`" + regex.value() + "` is no regular expression of RE2: " + fault,
              ""));
    }
  }

  private void checkMethod(At<String> method) {
    if (!METHODS.contains(method.value())) {
      String upper = method.value().toUpperCase(Locale.ROOT);
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              method.origin(),
              "method `" + method.value() + "` is not known",
              METHODS.contains(upper)
                  ? "did you mean `" + upper + "`?"
                  : "known are " + String.join(", ", METHODS)));
    }
  }
}
