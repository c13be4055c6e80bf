package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.smi.TrafficSplit.Backend;
import io.meshc.dialect.smi.TrafficSplit.GroupRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → TrafficSplit. v1alpha1 weighs in Kubernetes quantities, `matches` came with v1alpha3.
public final class ParseTrafficSplit {
  private final String version;
  private final List<Problem> problems = new ArrayList<>();

  private ParseTrafficSplit(String version) {
    this.version = version;
  }

  public static Outcome<TrafficSplit> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseTrafficSplit(header.version());
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    TrafficSplit split =
        top.required("spec", top::object)
            .map(spec -> parse.split(meta, spec))
            .orElseGet(() -> new TrafficSplit(meta, Optional.empty(), List.of(), List.of()));
    top.done();
    return new Outcome<>(split, parse.problems);
  }

  private TrafficSplit split(Meta meta, Fields spec) {
    boolean mayMatch = !version.equals("v1alpha1") && !version.equals("v1alpha2");
    Optional<At<String>> service = spec.required("service", spec::string);
    var backends = new ArrayList<At<Backend>>();
    for (Fields backend : spec.objects("backends")) {
      backend(backend).ifPresent(backends::add);
    }
    List<At<GroupRef>> matches = mayMatch ? groups(spec) : List.of();
    spec.done();
    return new TrafficSplit(meta, service, backends, matches);
  }

  /// What cannot be read stands for a group of no kind: left out, the split could be one of all requests.
  private List<At<GroupRef>> groups(Fields spec) {
    List<At<GroupRef>> read = spec.objects("matches").stream().map(this::group).toList();
    boolean said =
        spec.node("matches")
            .map(it -> !(it instanceof Node.Sequence(var items, var _)) || !items.isEmpty())
            .orElse(false);
    Origin origin = spec.origin("matches");
    var nothing = new GroupRef(Optional.empty(), At.of("", origin), At.of("", origin));
    return said && read.isEmpty() ? List.of(At.of(nothing, origin)) : read;
  }

  private Optional<At<Backend>> backend(Fields fields) {
    Optional<At<String>> service = fields.required("service", fields::string);
    At<Weight> weight =
        fields
            .required(
                "weight",
                it ->
                    version.equals("v1alpha1")
                        ? Quantity.read(fields, it, problems)
                        : fields.integer(it).map(at -> at.map(Weight::of)))
            .filter(this::isWeight)
            .orElseGet(() -> At.of(Weight.NONE, fields.origin("weight")));
    String written =
        fields
            .node("weight")
            .map(it -> it instanceof Node.Scalar(var text, var _, var _) ? text : "")
            .orElse("");
    fields.done();
    return service.map(it -> At.of(new Backend(it, weight, written), it.origin()));
  }

  private boolean isWeight(At<Weight> weight) {
    boolean fits = !weight.value().isNegative();
    if (!fits) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              weight.origin(),
              "weight `" + weight.value().exact().toPlainString() + "` is negative",
              ""));
    }
    return fits;
  }

  private At<GroupRef> group(Fields fields) {
    At<String> kind =
        fields.required("kind", fields::string).orElseGet(() -> At.of("", fields.origin()));
    At<String> name =
        fields.required("name", fields::string).orElseGet(() -> At.of("", fields.origin()));
    Optional<At<String>> apiGroup = fields.string("apiGroup");
    if (!kind.value().isEmpty() && !kind.value().equals("HTTPRouteGroup")) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              kind.origin(),
              "kind `" + kind.value() + "` is not known here",
              "a split matches by HTTPRouteGroup"));
    }
    if (apiGroup.map(it -> !it.value().equals(SmiGroups.SPECS)).orElse(false)) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              apiGroup.get().origin(),
              "group `" + apiGroup.get().value() + "` has no HTTPRouteGroup",
              "that is `" + SmiGroups.SPECS + "`, without a version"));
    }
    fields.done();
    return At.of(new GroupRef(apiGroup, kind, name), name.origin());
  }
}
