package io.meshc.rules.security;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.osm.OsmObject;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.IdentityBinding;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.dialect.smi.TrafficMetrics;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.dialect.smi.UdpRoute;
import io.meshc.model.Plane;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The repo does not say whether the mesh denies what no TrafficTarget allows. Page, examples, tests: UnstatedMode.md, beside this file.
public final class UnstatedMode implements MeshRule {
  private static final String MARK = "openservicemesh.io/";
  private static final String SAY = "say `--osm-permissive=true` or `--osm-permissive=false`";

  @Override
  public RuleCard card() {
    return new RuleCard("MC1005", "unstated-mode", Category.SECURITY, Severity.WARNING, "0.1");
  }

  @Override
  public Stream<Finding> check(Checked input) {
    boolean unknown =
        OpenServiceMesh.orAnother(input)
            .filter(it -> it.posture() == Plane.Posture.UNKNOWN)
            .isPresent();
    if (!unknown) {
      return Stream.empty();
    }
    List<MeshConfig> read =
        input.resources(MeshConfig.class).stream()
            .filter(MeshConfig::isRead)
            .sorted(Comparator.comparing(UnstatedMode::origin))
            .toList();
    if (!read.isEmpty()) {
      return Stream.of(contradicted(read));
    }
    Optional<Finding> said =
        OpenServiceMesh.shown(input).isPresent() ? underOsm(input) : byAnother(input);
    return said.stream();
  }

  /// Several MeshConfigs of the name that counts, in namespaces of which one is that of the control plane.
  private Finding contradicted(List<MeshConfig> read) {
    MeshConfig first = read.getFirst();
    Finding finding =
        at(
            origin(first),
            first.meta().id(),
            read.size() > 1
                ? read.size()
                    + " MeshConfigs disagree on permissive mode: what no TrafficTarget allows may"
                    + " pass"
                : "the API server refuses the MeshConfig: whether permissive mode is on is"
                    + " unknown");
    for (MeshConfig other : read.subList(1, read.size())) {
      finding = finding.because(origin(other), "one more, in `" + other.meta().namespace() + "`");
    }
    return read.size() > 1 ? finding.help("keep the one beside the control plane") : finding;
  }

  private static Origin origin(MeshConfig config) {
    return config.permissive().map(At::origin).orElse(config.meta().origin());
  }

  private Optional<Finding> underOsm(Checked input) {
    return signs(input)
        .findFirst()
        .map(it ->
            at(
                    it.origin(),
                    it.of(),
                    "the mode of Open Service Mesh is not in the repo: what no TrafficTarget allows"
                        + " may pass")
                .help("commit the MeshConfig `" + MeshConfig.NAME + "`, or " + SAY));
  }

  /// Nothing is wrong with a repo of splits alone; but no answer about access can be given from it.
  private Optional<Finding> byAnother(Checked input) {
    return Stream.of(
            first(input, TrafficSplit.class),
            first(input, HttpRouteGroup.class),
            first(input, TcpRoute.class),
            first(input, UdpRoute.class),
            first(input, TrafficMetrics.class))
        .flatMap(Optional::stream)
        .findFirst()
        .map(it ->
            at(
                    it.origin(),
                    it.of(),
                    "no TrafficTarget is in the repo: whether the mesh denies anything is unknown")
                .as(Severity.INFO)
                .help("if Open Service Mesh reads this, " + SAY));
  }

  private record Sign(Origin origin, ResourceId of) {
    static Sign name(Meta meta) {
      return new Sign(meta.origin(), meta.id());
    }
  }

  /// What speaks of the mesh, the most telling first.
  private static Stream<Sign> signs(Checked input) {
    Stream<Sign> namespaces =
        input.resources(NamespaceObject.class).stream()
            .flatMap(it ->
                Stream.of(it.meta().labels(), it.meta().annotations())
                    .flatMap(words -> mark(words, it.meta().id())))
            .sorted(Comparator.comparing(Sign::origin));
    Stream<Sign> objects =
        Stream.of(
                first(input, TrafficTarget.class),
                first(input, TrafficSplit.class),
                first(input, OsmObject.class),
                first(input, MeshConfig.class),
                first(input, HttpRouteGroup.class),
                first(input, TcpRoute.class),
                first(input, UdpRoute.class),
                first(input, IdentityBinding.class),
                first(input, TrafficMetrics.class))
            .flatMap(Optional::stream);
    Stream<Sign> workloads =
        input.resources(WorkloadObject.class).stream().flatMap(UnstatedMode::marks);
    return Stream.of(namespaces, objects, workloads).flatMap(it -> it);
  }

  private static Stream<Sign> marks(WorkloadObject workload) {
    return workload.pod().stream()
        .flatMap(it -> mark(it.annotations(), workload.meta().id()))
        .sorted(Comparator.comparing(Sign::origin));
  }

  private static Stream<Sign> mark(Map<String, At<String>> words, ResourceId of) {
    return words.entrySet().stream()
        .filter(it -> it.getKey().startsWith(MARK))
        .map(it -> new Sign(it.getValue().origin(), of));
  }

  private static <R extends Resource> Optional<Sign> first(Checked input, Class<R> type) {
    return input.resources(type).stream()
        .map(it -> Sign.name(it.meta()))
        .min(Comparator.comparing(Sign::origin));
  }
}
