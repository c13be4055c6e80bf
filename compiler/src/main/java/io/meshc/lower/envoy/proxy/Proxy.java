package io.meshc.lower.envoy.proxy;

import io.meshc.dialect.envoy.Address;
import io.meshc.lower.envoy.placement.Placement.Spot;
import io.meshc.model.Plane;
import io.meshc.model.Workload;
import java.util.List;
import java.util.Optional;

/// The Envoy beside a workload.
public record Proxy(Workload workload, Plane plane, Optional<Spot> spot) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ADMIN = 15000;

  /// `workload.namespace`
  public String id() {
    return workload.id().name() + "." + workload.namespace();
  }

  /// `namespace/workload`
  public String folder() {
    return workload.namespace() + "/" + workload.id().name();
  }

  public String namespace() {
    return workload.namespace();
  }

  /// Where it listens for peers.
  public List<String> addresses() {
    return spot.map(Spot::addresses).filter(it -> !it.isEmpty()).orElse(List.of("0.0.0.0"));
  }

  /// Where it delivers.
  public String application() {
    return spot.map(Spot::application).orElse(LOOPBACK);
  }

  /// Where it listens for what its own application sends.
  public String outbound() {
    return spot.map(Spot::outbound).orElse(LOOPBACK);
  }

  public Address admin() {
    return spot.flatMap(Spot::admin).orElse(new Address(LOOPBACK, ADMIN));
  }
}
