package io.meshc.dialect.smi;

import io.meshc.diag.Nearest;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → TrafficTarget. v1alpha1 has its fields at the top and calls the rules `specs`; v1alpha3 took `port` out of the
/// subjects; IdentityBinding came with v1alpha4.
public final class ParseTrafficTarget {
  private static final List<String> RULE_KINDS = List.of("HTTPRouteGroup", "TCPRoute", "UDPRoute");

  private final String version;
  private final List<Problem> problems = new ArrayList<>();

  private ParseTrafficTarget(String version) {
    this.version = version;
  }

  public static Outcome<TrafficTarget> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseTrafficTarget(header.version());
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    TrafficTarget target =
        parse.isFlat()
            ? parse.target(meta, top)
            : top.required("spec", top::object)
                .map(spec -> parse.closed(meta, spec))
                .orElseGet(() -> new TrafficTarget(meta, Optional.empty(), List.of(), List.of()));
    top.done();
    return new Outcome<>(target, parse.problems);
  }

  private boolean isFlat() {
    return version.equals("v1alpha1");
  }

  private TrafficTarget closed(Meta meta, Fields spec) {
    TrafficTarget target = target(meta, spec);
    spec.done();
    return target;
  }

  private TrafficTarget target(Meta meta, Fields fields) {
    return new TrafficTarget(
        meta,
        fields.required("destination", fields::object).map(this::subject),
        fields.objects(isFlat() ? "specs" : "rules").stream().map(this::rule).toList(),
        fields.objects("sources").stream().map(this::subject).toList());
  }

  private At<Subject> subject(Fields fields) {
    At<String> kind = text(fields, "kind");
    List<String> kinds =
        isNewest() ? List.of("ServiceAccount", "IdentityBinding") : List.of("ServiceAccount");
    known(kind, kinds);
    At<String> name = text(fields, "name");
    Optional<At<String>> namespace =
        fields.has("namespace")
            ? Optional.of(fields.string("namespace").orElse(At.of("", fields.origin("namespace"))))
            : Optional.empty();
    var subject = new Subject(kind, name, namespace, group(fields), port(fields));
    fields.done();
    return At.of(subject, subject.name().origin());
  }

  private boolean isNewest() {
    return version.equals("v1alpha4");
  }

  private boolean hasPorts() {
    return isFlat() || version.equals("v1alpha2");
  }

  private Optional<At<String>> group(Fields fields) {
    Optional<At<String>> group = isNewest() ? fields.string("group") : Optional.empty();
    group
        .filter(it -> !it.value().isEmpty() && !it.value().equals(SmiGroups.ACCESS))
        .ifPresent(it ->
            problems.add(
                new Problem(
                    Problem.Kind.INVALID_VALUE,
                    it.origin(),
                    "group `" + it.value() + "` has no IdentityBinding",
                    "that is `" + SmiGroups.ACCESS + "`, without a version")));
    return group;
  }

  /// A number in the specification, a string in the Go types of the adapter for Istio: both are seen. What is no port counts
  /// as port 0, which no request has: left out, it would open all ports.
  private Optional<At<Integer>> port(Fields fields) {
    if (!hasPorts() || !fields.has("port")) {
      return Optional.empty();
    }
    return PortName.read(fields, "port", problems)
        .flatMap(it ->
            switch (it.value()) {
              case PortName.Number(int port) -> Optional.of(it.with(port));
              case PortName.Named(String text) -> fromText(it.with(text));
            })
        .or(() -> Optional.of(At.of(0, fields.origin("port"))));
  }

  private Optional<At<Integer>> fromText(At<String> text) {
    if (text.value().matches("[0-9]{1,5}")) {
      At<Integer> number = text.with(Integer.parseInt(text.value()));
      return PortName.isPort(number, problems) ? Optional.of(number) : Optional.empty();
    }
    problems.add(
        new Problem(
            Problem.Kind.INVALID_VALUE, text.origin(), "`" + text.value() + "` is no port", ""));
    return Optional.empty();
  }

  private At<Rule> rule(Fields fields) {
    At<String> kind = text(fields, "kind");
    known(kind, RULE_KINDS);
    var rule = new Rule(kind, text(fields, "name"), matches(fields));
    fields.done();
    return At.of(rule, rule.name().origin());
  }

  /// What cannot be read counts as a match without a name, which no group has: left out, the rule could mean all matches.
  private static List<At<String>> matches(Fields fields) {
    List<At<String>> names = fields.strings("matches");
    boolean said =
        fields
            .node("matches")
            .map(it -> !(it instanceof Node.Sequence(var items, var _)) || !items.isEmpty())
            .orElse(false);
    return said && names.isEmpty() ? List.of(At.of("", fields.origin("matches"))) : names;
  }

  private static At<String> text(Fields fields, String field) {
    return fields.required(field, fields::string).orElseGet(() -> At.of("", fields.origin()));
  }

  private void known(At<String> kind, List<String> kinds) {
    if (!kind.value().isEmpty() && !kinds.contains(kind.value())) {
      String help =
          Nearest.to(kind.value(), kinds)
              .map(it -> "did you mean `" + it + "`?")
              .orElse("known are " + String.join(", ", kinds));
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              kind.origin(),
              "kind `" + kind.value() + "` is not known here",
              help));
    }
  }
}
