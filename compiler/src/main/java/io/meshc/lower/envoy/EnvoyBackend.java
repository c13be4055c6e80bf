package io.meshc.lower.envoy;

import io.meshc.dialect.Resources;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.lower.Backend;
import io.meshc.lower.Capability;
import io.meshc.lower.Feature;
import io.meshc.lower.Lowered;
import io.meshc.lower.Options;
import io.meshc.lower.Output;
import io.meshc.lower.Output.Made;
import io.meshc.lower.envoy.layout.Layouts;
import io.meshc.lower.envoy.layout.ProxyConfig;
import io.meshc.lower.envoy.layout.Summary;
import io.meshc.lower.envoy.listener.LowerGateway;
import io.meshc.lower.envoy.listener.LowerInbound;
import io.meshc.lower.envoy.listener.LowerOutbound;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.model.Mesh;
import java.util.ArrayList;
import java.util.List;

/// Envoys without a control plane: configuration that each can be started with.
public final class EnvoyBackend implements Backend {

  @Override
  public String name() {
    return "envoy";
  }

  @Override
  public Capability capability(Feature feature) {
    return Capabilities.of(feature);
  }

  @Override
  public Lowered<Output> lower(Mesh mesh, Resources resources, Options options) {
    Fleet fleet = Fleet.of(mesh, resources, options.envoy());
    List<ProxyConfig> configs = configs(fleet);
    Unsaid.in(fleet);
    var files = new ArrayList<Made>();
    configs.forEach(it -> files.addAll(Layouts.of(it, fleet.options())));
    files.addAll(Summary.of(configs, List.copyOf(files), fleet));
    return new Lowered<>(Output.files(files), fleet.losses().list());
  }

  /// What every proxy is told, whatever the files are.
  static List<ProxyConfig> configs(Fleet fleet) {
    return fleet.written().stream().map(it -> config(it, fleet)).toList();
  }

  private static ProxyConfig config(Proxy proxy, Fleet fleet) {
    var clusters = new Clusters();
    var listeners = new ArrayList<Listener>();
    if (!LowerGateway.gateways(proxy, fleet).isEmpty()) {
      listeners.addAll(LowerGateway.lower(proxy, fleet, clusters));
      return new ProxyConfig(proxy, listeners, clusters.list());
    }
    listeners.addAll(LowerInbound.lower(proxy, fleet, clusters));
    listeners.addAll(LowerOutbound.lower(proxy, fleet, clusters));
    return new ProxyConfig(proxy, listeners, clusters.list());
  }
}
