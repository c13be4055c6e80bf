package io.meshc.lower;

import io.meshc.lower.envoy.EnvoyBackend;
import io.meshc.lower.istio.IstioBackend;
import java.util.List;
import java.util.Optional;

/// The one list of targets.
public final class Backends {
  public static final List<Backend> ALL = List.of(new IstioBackend(), new EnvoyBackend());

  private Backends() {}

  /// By the name on the command line.
  public static Optional<Backend> named(String name) {
    return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
