package io.meshc.model;

import io.meshc.source.Origin;
import java.util.OptionalInt;

/// @param number what clients call
/// @param name `""` where there is none
/// @param appProtocol as written, `""` where there is none
/// @param target where it leads
/// @param protocol how proxies read it
public record ServicePort(
    int number, String name, String appProtocol, Target target, Protocol protocol, Origin origin) {

  /// The port of the Pods that a Service port leads to.
  public sealed interface Target {
    /// The port at which a workload listens for it; empty where it declares no port of that name.
    OptionalInt at(Workload workload);

    record Number(int port) implements Target {
      @Override
      public OptionalInt at(Workload workload) {
        return OptionalInt.of(port);
      }
    }

    record Named(String name) implements Target {
      @Override
      public OptionalInt at(Workload workload) {
        return workload.ports().stream()
            .filter(it -> it.name().equals(name))
            .mapToInt(Workload.ContainerPort::number)
            .findFirst();
      }
    }
  }

  /// The port at which this workload listens for it; empty where it declares no port of that name.
  public OptionalInt at(Workload workload) {
    return target.at(workload);
  }
}
