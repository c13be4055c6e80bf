package io.meshc.normalize.linkerd;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.linkerd.Network;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig.Values;
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

/// How proxies are set: for all of the mesh, for namespaces that say something, and for workloads that do.
///
/// Source: linkerd.io, "Proxy Configuration"; linkerd/linkerd2, policy-controller/k8s/index/src/defaults.rs.
final class NormalizeSettings {
  private static final Ports OPAQUE = list("25,587,3306,4444,5432,6379,9300,11211");

  /// Those of Galera, in and out.
  private static final Ports SKIPPED = list("4567,4568");

  private final Clients clients;
  private final LinkerdPlane.Config config;

  NormalizeSettings(Clients clients) {
    this.clients = clients;
    this.config = clients.plane().config();
  }

  List<ProxySettings> of(Resources resources) {
    var all = new ArrayList<ProxySettings>();
    var control =
        new ResourceId("", "ConfigMap", clients.plane().namespace(), ControlPlaneConfig.NAME);
    all.add(of(Optional.empty(), Optional.empty(), control, Map.of(), Map.of(), config.origin()));
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

  /// `opaquePorts`: what neither a Pod nor a Service looks into by default.
  Ports opaque() {
    return config.values().opaquePorts().map(At::value).map(NormalizeSettings::list).orElse(OPAQUE);
  }

  /// A list that cannot be read is an empty one.
  private static Ports list(String text) {
    return PortList.of(text).orElse(Ports.NONE);
  }

  private static Ports list(Optional<At<String>> text, Ports otherwise) {
    return text.map(At::value).map(NormalizeSettings::list).orElse(otherwise);
  }

  private ProxySettings of(
      Optional<String> namespace,
      Optional<ResourceId> workload,
      ResourceId by,
      Map<String, At<String>> own,
      Map<String, At<String>> around,
      Origin origin) {
    Values values = config.values();
    return new ProxySettings(
        LinkerdPlane.ID,
        namespace,
        workload,
        fallback(by, own, around, origin),
        authenticated(own, around),
        ports(Annotations.OPAQUE, own, around, opaque()),
        ports(Annotations.SKIP_IN, own, around, list(values.skippedInbound(), SKIPPED)),
        ports(Annotations.SKIP_OUT, own, around, list(values.skippedOutbound(), SKIPPED)),
        networks(own, around),
        probers(),
        Annotations.of(Annotations.INJECT, own, around)
            .filter(it -> it.value().equals("ingress"))
            .isPresent(),
        origin);
  }

  /// A word that is none of Linkerd's leaves what holds for the whole mesh.
  private Grant fallback(
      ResourceId by, Map<String, At<String>> own, Map<String, At<String>> around, Origin origin) {
    Optional<At<String>> said = Annotations.of(Annotations.DEFAULT_POLICY, own, around);
    Optional<At<Match>> match = said.flatMap(it -> clients.byPolicy(it.value()).map(it::with));
    return new Grant(by, match.orElseGet(() -> ofMesh(origin)));
  }

  /// What holds where neither a Pod nor its namespace says anything.
  private At<Match> ofMesh(Origin origin) {
    if (config.unclear().isPresent()) {
      return At.of(
          new Match.Unclear(Match.NONE, Match.ANY, config.unclear().get()), config.origin());
    }
    Optional<At<String>> said = config.values().inboundPolicy();
    return said.flatMap(it -> clients.byPolicy(it.value()).map(it::with))
        .orElseGet(() -> At.of(Match.ANY, origin));
  }

  /// What is let in to be looked at stays let in.
  private Ports authenticated(Map<String, At<String>> own, Map<String, At<String>> around) {
    boolean audits =
        Annotations.of(Annotations.DEFAULT_POLICY, own, around)
            .or(config.values()::inboundPolicy)
            .filter(it -> it.value().equals("audit"))
            .isPresent();
    return audits
        ? Ports.NONE
        : ports(
            Annotations.REQUIRE_IDENTITY,
            own,
            around,
            list(config.values().identityPorts(), Ports.NONE));
  }

  static Ports ports(
      String key, Map<String, At<String>> own, Map<String, At<String>> around, Ports otherwise) {
    return list(Annotations.of(key, own, around), otherwise);
  }

  /// `policyController.probeNetworks`: every address by default.
  private Match probers() {
    return config
        .values()
        .probeNetworks()
        .map(networks ->
            Clients.networks(
                networks.stream()
                    .map(it -> new Network(Optional.of(it), List.of(), it.origin()))
                    .toList()))
        .orElse(Match.ANY);
  }

  private List<AddressBlock> networks(Map<String, At<String>> own, Map<String, At<String>> around) {
    return Annotations.of(Annotations.SKIP_SUBNETS, own, around)
        .or(config.values()::skippedNetworks)
        .map(it -> LinkerdPlane.networks(it.value()))
        .orElse(List.of());
  }
}
