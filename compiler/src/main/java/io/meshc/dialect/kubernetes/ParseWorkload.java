package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Document → workload. One reader for all kinds: they differ in where the Pod template stands and in what the selector
/// looks like.
public final class ParseWorkload {
  private final Header header;
  private final List<Problem> problems = new ArrayList<>();

  private ParseWorkload(Header header) {
    this.header = header;
  }

  public static Outcome<WorkloadObject> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseWorkload(header);
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    WorkloadObject workload =
        top.required("spec", top::object)
            .map(spec -> parse.workload(meta, spec))
            .orElseGet(
                () -> new WorkloadObject(meta, Optional.empty(), Map.of(), Optional.empty()));
    top.ignoreRest();
    return new Outcome<>(workload, parse.problems);
  }

  private WorkloadObject workload(Meta meta, Fields spec) {
    WorkloadObject workload =
        switch (header.kind()) {
          case "Pod" ->
              new WorkloadObject(meta, Optional.empty(), Map.of(), Optional.of(podOf(meta, spec)));
          case "CronJob" ->
              new WorkloadObject(meta, Optional.empty(), Map.of(), templateOfCronJob(spec));
          case "Rollout" ->
              new WorkloadObject(
                  meta,
                  spec.integer("replicas"),
                  selector(spec),
                  template(spec),
                  Optional.of(ParseRollout.parse(meta, spec)));
          default ->
              new WorkloadObject(meta, spec.integer("replicas"), selector(spec), template(spec));
        };
    spec.ignoreRest();
    return workload;
  }

  /// A ReplicationController has the labels themselves where the newer kinds have a LabelSelector.
  private Map<String, At<String>> selector(Fields spec) {
    if (header.kind().equals("ReplicationController")) {
      return spec.stringMap("selector");
    }
    Optional<Fields> selector = spec.object("selector");
    selector.ifPresent(Fields::ignoreRest);
    return selector.map(it -> it.stringMap("matchLabels")).orElse(Map.of());
  }

  private Optional<PodTemplate> templateOfCronJob(Fields spec) {
    return spec.required("jobTemplate", spec::object)
        .flatMap(job -> job.required("spec", job::object))
        .flatMap(this::template);
  }

  private Optional<PodTemplate> template(Fields spec) {
    // Argo Rollouts: the template may be that of a Deployment, which the repo holds on its own.
    boolean elsewhere = header.kind().equals("Rollout") && spec.has("workloadRef");
    Optional<Fields> template =
        elsewhere ? spec.object("template") : spec.required("template", spec::object);
    return template.map(it -> {
      Optional<Fields> meta = it.object("metadata");
      Map<String, At<String>> labels = meta.map(m -> m.stringMap("labels")).orElse(Map.of());
      Map<String, At<String>> annotations =
          meta.map(m -> m.stringMap("annotations")).orElse(Map.of());
      return it.required("spec", it::object)
          .map(pod -> ParsePod.parse(labels, annotations, pod, problems))
          .orElseGet(() ->
              new PodTemplate(
                  labels,
                  annotations,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  it.origin()));
    });
  }

  private PodTemplate podOf(Meta meta, Fields spec) {
    return ParsePod.parse(meta.labels(), meta.annotations(), spec, problems);
  }
}
