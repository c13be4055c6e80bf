package io.meshc.lower.envoy.layout;

import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.lower.envoy.proxy.Proxy;
import java.util.List;

/// All that one Envoy is told. Every layout says this, and nothing else.
public record ProxyConfig(Proxy proxy, List<Listener> listeners, List<Cluster> clusters) {
  public ProxyConfig {
    listeners = List.copyOf(listeners);
    clusters = List.copyOf(clusters);
  }
}
