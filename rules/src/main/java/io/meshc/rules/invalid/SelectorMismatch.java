package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The selector of a workload does not choose its own Pods. Page, examples, tests: SelectorMismatch.md, beside this file.
public final class SelectorMismatch implements ResourceRule<WorkloadObject> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC0030", "selector-mismatch", Category.INVALID, Severity.ERROR, "0.2")
        .refusedByServer();
  }

  @Override
  public Class<WorkloadObject> reads() {
    return WorkloadObject.class;
  }

  @Override
  public Stream<Finding> check(WorkloadObject workload, Checked input) {
    if (workload.pod().isEmpty()) {
      return Stream.empty();
    }
    // no stream of a sorted map, which makes a comparator that the cache of a start cannot hold
    // (ADR 0009)
    Stream.Builder<Finding> found = Stream.builder();
    new TreeMap<>(workload.selector())
        .forEach(
            (label, wanted) -> check(label, wanted, workload.pod().get(), workload).forEach(found));
    return found.build();
  }

  private Stream<Finding> check(
      String label, At<String> wanted, PodTemplate pod, WorkloadObject workload) {
    At<String> has = pod.labels().get(label);
    if (has != null && has.value().equals(wanted.value())) {
      return Stream.empty();
    }
    String message =
        has == null
            ? "the selector wants `%s: %s`, and the Pod template has no such label"
                .formatted(label, wanted.value())
            : "the selector wants `%s: %s`, and the Pod template has `%s`"
                .formatted(label, wanted.value(), has.value());
    Finding finding = at(wanted.origin(), workload.meta().id(), message);
    return Stream.of(has == null ? finding : finding.because(has.origin(), "the label"));
  }
}
