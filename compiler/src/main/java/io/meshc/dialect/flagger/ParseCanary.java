package io.meshc.dialect.flagger;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.flagger.Canary.Analysis;
import io.meshc.dialect.flagger.Canary.Condition;
import io.meshc.dialect.flagger.Canary.Marks;
import io.meshc.dialect.flagger.Canary.Service;
import io.meshc.dialect.flagger.Canary.Target;
import io.meshc.dialect.flagger.Canary.Value;
import io.meshc.dialect.gateway.route.ReadReference;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Document → [Canary].
///
/// Source: fluxcd/flagger, pkg/apis/flagger/v1beta1/canary.go, artifacts/flagger/crd.yaml.
public final class ParseCanary {
  /// When a roll-out advances, what it scales and which ingress it turns: nothing of who may call whom in the mesh.
  private static final String[] ROLL_OUT = {
    "autoscalerRef",
    "ingressRef",
    "metricsServer",
    "progressDeadlineSeconds",
    "revertOnDeletion",
    "routeRef",
    "suspend",
    "upstreamRef"
  };

  /// How a request is treated on its way, and what only App Mesh or an ingress has.
  private static final String[] ON_THE_WAY = {
    "backends",
    "corsPolicy",
    "headers",
    "meshName",
    "mirror",
    "retries",
    "rewrite",
    "timeout",
    "trafficPolicy",
    "unmanagedMetadata"
  };

  /// How a version is judged.
  private static final String[] JUDGEMENT = {
    "alerts",
    "canaryReadyThreshold",
    "interval",
    "metrics",
    "mirror",
    "mirrorWeight",
    "primaryReadyThreshold",
    "stepWeightPromotion",
    "threshold",
    "webhooks"
  };

  private final List<Problem> problems = new ArrayList<>();

  private ParseCanary() {}

  public static Outcome<Canary> parse(Document document, Header header, String defaultNamespace) {
    var parse = new ParseCanary();
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    Canary canary =
        top.required("spec", top::object)
            .map(spec -> parse.canary(meta, spec))
            .orElseGet(() ->
                new Canary(
                    meta, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    top.done();
    return new Outcome<>(canary, parse.problems);
  }

  private Canary canary(Meta meta, Fields spec) {
    Optional<Target> target = spec.required("targetRef", spec::object).flatMap(this::target);
    Optional<Service> service = spec.required("service", spec::object).flatMap(this::service);
    // Before v1beta1 it had another name; the newer one counts.
    Optional<Analysis> older = spec.object("canaryAnalysis").map(this::analysis);
    Optional<Analysis> analysis = spec.object("analysis").map(this::analysis).or(() -> older);
    boolean skipped = spec.bool("skipAnalysis").map(At::value).orElse(false);
    Optional<At<String>> provider = spec.string("provider");
    spec.ignore(ROLL_OUT).done();
    return new Canary(meta, provider, target, service, skipped ? Optional.empty() : analysis);
  }

  private Optional<Target> target(Fields target) {
    String kind = target.string("kind").map(At::value).orElse("Deployment");
    Optional<At<String>> name = target.required("name", target::string);
    target.ignore("apiVersion", "namespace").done();
    return name.map(it -> new Target(kind, it));
  }

  private Optional<Service> service(Fields service) {
    Optional<At<Integer>> port =
        service.required("port", service::integer).filter(it -> PortName.isPort(it, problems));
    boolean narrows = !service.objects("match").isEmpty();
    Optional<Service> read =
        port.map(it ->
            new Service(
                service.string("name"),
                it,
                service.string("portName"),
                service.string("appProtocol"),
                PortName.read(service, "targetPort", problems),
                is(service, "portDiscovery"),
                is(service, "headless"),
                is(service, "delegation"),
                narrows,
                service.strings("gateways"),
                service.strings("hosts"),
                ReadReference.parents(service, "gatewayRefs"),
                marks(service, "apex"),
                marks(service, "primary"),
                marks(service, "canary")));
    if (read.isEmpty()) {
      service.ignoreRest();
    }
    service.ignore(ON_THE_WAY).done();
    return read;
  }

  private static boolean is(Fields of, String field) {
    return of.bool(field).map(At::value).orElse(false);
  }

  private static Marks marks(Fields service, String of) {
    Optional<Fields> marks = service.object(of);
    var read =
        new Marks(
            marks.map(it -> it.stringMap("labels")).orElse(Map.of()),
            marks.map(it -> it.stringMap("annotations")).orElse(Map.of()));
    marks.ifPresent(Fields::done);
    return read;
  }

  private Analysis analysis(Fields analysis) {
    var read =
        new Analysis(
            analysis.integer("maxWeight"),
            analysis.integer("stepWeight"),
            analysis.integers("stepWeights"),
            analysis.integer("iterations"),
            analysis.objects("match").stream().map(this::condition).toList(),
            analysis.has("sessionAffinity"),
            analysis.origin());
    analysis.ignore(JUDGEMENT).done();
    return read;
  }

  /// In the words of a VirtualService; of these, headers are looked into.
  private Condition condition(Fields match) {
    var headers = new HashMap<String, Value>();
    var odd = new ArrayList<String>();
    match
        .objectMap("headers", it -> value(it))
        .forEach((name, value) ->
            value.ifPresentOrElse(is -> headers.put(name, is), () -> odd.add(name)));
    boolean more = match.entries().stream().anyMatch(it -> !it.key().equals("headers"));
    match.ignoreRest();
    return new Condition(headers, !more && odd.isEmpty() && !headers.isEmpty(), match.origin());
  }

  private static Optional<Value> value(Fields fields) {
    for (Value.Kind kind : Value.Kind.values()) {
      Optional<At<String>> text = fields.string(kind.name().toLowerCase(Locale.ROOT));
      if (text.isPresent()) {
        fields.done();
        return Optional.of(new Value(kind, text.get().value()));
      }
    }
    fields.done();
    return Optional.empty();
  }
}
