package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Match;
import io.meshc.model.server.Grant;
import io.meshc.model.server.Ports;
import io.meshc.model.server.ProxySettings;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How proxies are set: for all of the mesh, for namespaces that say something, and for workloads that do.
///
/// Source: linkerd.io, "Proxy Configuration"; linkerd/linkerd2, policy-controller/k8s/index/src/defaults.rs.
final class NormalizeSettings {
  /// `proxy.opaquePorts`
  static final Ports OPAQUE =
      PortList.of("25,587,3306,4444,5432,6379,9300,11211").orElse(Ports.NONE);

  private static final ResourceId CONTROL =
      new ResourceId("", "ConfigMap", "linkerd", "linkerd-config");

  private NormalizeSettings() {}

  static List<ProxySettings> of(Resources resources) {
    var all = new ArrayList<ProxySettings>();
    all.add(of(Optional.empty(), Optional.empty(), CONTROL, Map.of(), Map.of(), Origin.none()));
    Map<String, Map<String, At<String>>> namespaces = new HashMap<>();
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      Map<String, At<String>> said = it.meta().annotations();
      if (Annotations.any(said)) {
        namespaces.put(it.meta().name(), said);
        Optional<String> name = Optional.of(it.meta().name());
        all.add(of(name, Optional.empty(), it.meta().id(), Map.of(), said, it.meta().origin()));
      }
    }
    for (WorkloadObject it : resources.of(WorkloadObject.class)) {
      if (it.pod().isPresent() && Annotations.any(it.pod().get().annotations())) {
        String namespace = it.meta().namespace();
        all.add(
            of(
                Optional.of(namespace),
                Optional.of(it.meta().id()),
                it.meta().id(),
                it.pod().get().annotations(),
                namespaces.getOrDefault(namespace, Map.of()),
                it.meta().origin()));
      }
    }
    return all;
  }

  private static ProxySettings of(
      Optional<String> namespace,
      Optional<ResourceId> workload,
      ResourceId by,
      Map<String, At<String>> own,
      Map<String, At<String>> around,
      Origin origin) {
    return new ProxySettings(
        LinkerdPlane.ID,
        namespace,
        workload,
        fallback(by, own, around, origin),
        authenticated(own, around),
        ports(Annotations.OPAQUE, own, around, OPAQUE),
        ports(Annotations.SKIP_IN, own, around, Ports.NONE),
        ports(Annotations.SKIP_OUT, own, around, Ports.NONE),
        networks(own, around),
        Annotations.of(Annotations.INJECT, own, around)
            .filter(it -> it.value().equals("ingress"))
            .isPresent(),
        origin);
  }

  /// A word that is none of Linkerd's leaves what holds for the whole mesh.
  private static Grant fallback(
      ResourceId by, Map<String, At<String>> own, Map<String, At<String>> around, Origin origin) {
    Optional<At<String>> said = Annotations.of(Annotations.DEFAULT_POLICY, own, around);
    Optional<At<Match>> match = said.flatMap(it -> Clients.byPolicy(it.value()).map(it::with));
    return new Grant(by, match.orElseGet(() -> At.of(Match.ANY, origin)));
  }

  /// What is let in to be looked at stays let in.
  private static Ports authenticated(Map<String, At<String>> own, Map<String, At<String>> around) {
    boolean audits =
        Annotations.of(Annotations.DEFAULT_POLICY, own, around)
            .filter(it -> it.value().equals("audit"))
            .isPresent();
    return audits ? Ports.NONE : ports(Annotations.REQUIRE_IDENTITY, own, around, Ports.NONE);
  }

  /// A list that cannot be read is an empty one.
  static Ports ports(
      String key, Map<String, At<String>> own, Map<String, At<String>> around, Ports otherwise) {
    return Annotations.of(key, own, around)
        .map(it -> PortList.of(it.value()).orElse(Ports.NONE))
        .orElse(otherwise);
  }

  private static List<AddressBlock> networks(
      Map<String, At<String>> own, Map<String, At<String>> around) {
    return Annotations.of(Annotations.SKIP_SUBNETS, own, around).stream()
        .flatMap(it -> Stream.of(it.value().split(",", -1)))
        .flatMap(it -> AddressBlock.of(it.strip()).stream())
        .toList();
  }
}
