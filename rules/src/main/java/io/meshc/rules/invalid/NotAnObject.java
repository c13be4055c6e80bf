package io.meshc.rules.invalid;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.InputRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Set;

/// A document says neither what kind of object it is nor how to read it. Page, examples, tests: NotAnObject.md, beside this file.
public final class NotAnObject implements InputRule {
  private static final Set<String> ISTIO_GROUPS =
      Set.of(
          "networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io");
  private static final Set<String> ISTIO_KINDS =
      Set.of(
          "VirtualService",
          "DestinationRule",
          "ServiceEntry",
          "WorkloadEntry",
          "WorkloadGroup",
          "Sidecar",
          "ProxyConfig",
          "Telemetry",
          "WasmPlugin",
          "TrafficExtension",
          "EnvoyFilter",
          "PeerAuthentication",
          "RequestAuthentication",
          "AuthorizationPolicy");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0003", "not-an-object", Category.INVALID, Severity.WARNING, "0.1");
  }

  @Override
  public Set<Problem.Kind> reports() {
    return Set.of(Problem.Kind.NOT_AN_OBJECT);
  }

  @Override
  public Finding finding(Problem problem) {
    return InputRule.super.finding(problem).as(severity(problem));
  }

  /// A problem that knows a part of an identity comes from a document that states one of the two fields.
  private static Severity severity(Problem problem) {
    return problem
        .resource()
        .map(NotAnObject::half)
        .orElse(isOfAnotherTool(problem.message()) ? Severity.INFO : Severity.WARNING);
  }

  /// `Chart.yaml` of Helm has an `apiVersion` and no kind, and is fine.
  private static Severity half(ResourceId stated) {
    if (isOfAMesh(stated)) {
      return Severity.ERROR;
    }
    return stated.kind().isEmpty() ? Severity.INFO : Severity.WARNING;
  }

  private static boolean isOfAMesh(ResourceId stated) {
    return stated.kind().isEmpty() ? isMeshGroup(stated.group()) : isMeshKind(stated.kind());
  }

  private static boolean isMeshGroup(String group) {
    return SmiGroups.ALL.contains(group)
        || OsmGroups.ALL.contains(group)
        || ISTIO_GROUPS.contains(group);
  }

  private static boolean isMeshKind(String kind) {
    return SmiGroups.ALL.stream().anyMatch(it -> !SmiGroups.versions(it, kind).isEmpty())
        || OsmGroups.ALL.stream().anyMatch(it -> !OsmGroups.versions(it, kind).isEmpty())
        || ISTIO_KINDS.contains(kind);
  }

  /// Neither field: values of a chart, a kustomization, a workflow. An item of a List is part of what kubectl takes.
  private static boolean isOfAnotherTool(String message) {
    return message.contains("Kubernetes object") && !message.startsWith("list item");
  }
}
