package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.Rollout.Split;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The `spec` of an `argoproj.io` Rollout → [Rollout]. Of a blue/green roll-out nothing is kept: both of its Services choose Pods
/// of the same workload, and no weight moves. Routers of an ingress say nothing of the mesh.
///
/// Source: argo-rollouts.readthedocs.io, "Traffic Management": Istio, SMI, plugin for the Gateway API.
final class ParseRollout {
  private static final String PLUGIN = "argoproj-labs/gatewayAPI";
  private static final String GATEWAY_API = "gateway.networking.k8s.io";

  private final Meta meta;

  private ParseRollout(Meta meta) {
    this.meta = meta;
  }

  static Rollout parse(Meta meta, Fields spec) {
    var parse = new ParseRollout(meta);
    Optional<Fields> canary = spec.object("strategy").flatMap(it -> it.object("canary"));
    Optional<Fields> routing = canary.flatMap(it -> it.object("trafficRouting"));
    var moved = new ArrayList<At<ResourceId>>();
    routing.flatMap(it -> it.object("istio")).ifPresent(it -> parse.istio(it, moved));
    routing
        .flatMap(it -> it.object("plugins"))
        .flatMap(it -> it.object(PLUGIN))
        .ifPresent(it -> parse.gatewayApi(it, moved));
    return new Rollout(
        spec.object("workloadRef").flatMap(parse::templateOf),
        canary.flatMap(it -> it.string("stableService")),
        canary.flatMap(it -> it.string("canaryService")),
        routing.flatMap(it -> it.object("smi")).map(it -> new Split(it.string("rootService"))),
        moved);
  }

  private Optional<At<ResourceId>> templateOf(Fields reference) {
    String version = reference.string("apiVersion").map(At::value).orElse("apps/v1");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    String kind = reference.string("kind").map(At::value).orElse("Deployment");
    return reference
        .string("name")
        .map(it -> it.map(name -> new ResourceId(group, kind, meta.namespace(), name)));
  }

  private void istio(Fields istio, List<At<ResourceId>> moved) {
    var named = new ArrayList<>(istio.objects("virtualServices"));
    istio.object("virtualService").ifPresent(named::add);
    for (Fields it : named) {
      it.string("name").ifPresent(name -> moved.add(name.map(this::virtualService)));
    }
  }

  /// `NAME`, or `NAME.NAMESPACE`.
  private ResourceId virtualService(String name) {
    int dot = name.indexOf('.');
    String namespace = dot < 0 ? meta.namespace() : name.substring(dot + 1);
    String bare = dot < 0 ? name : name.substring(0, dot);
    return new ResourceId("networking.istio.io", "VirtualService", namespace, bare);
  }

  private void gatewayApi(Fields plugin, List<At<ResourceId>> moved) {
    String namespace = plugin.string("namespace").map(At::value).orElse(meta.namespace());
    for (String protocol : List.of("HTTP", "GRPC", "TCP", "TLS")) {
      String kind = protocol + "Route";
      String field = protocol.toLowerCase(Locale.ROOT) + "Route";
      plugin.string(field).ifPresent(it -> moved.add(it.map(name -> route(kind, namespace, name))));
      for (Fields one : plugin.objects(field + "s")) {
        one.string("name").ifPresent(it -> moved.add(it.map(name -> route(kind, namespace, name))));
      }
    }
  }

  private static ResourceId route(String kind, String namespace, String name) {
    return new ResourceId(GATEWAY_API, kind, namespace, name);
  }
}
