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
    record Number(int port) implements Target {}

    record Named(String name) implements Target {}
  }

  /// The port at which this workload listens for it; empty where it declares no port of that name.
  public OptionalInt at(Workload workload) {
    return switch (target) {
      case Target.Number(int port) -> OptionalInt.of(port);
      case Target.Named(String wanted) ->
          workload.ports().stream()
              .filter(it -> it.name().equals(wanted))
              .mapToInt(Workload.ContainerPort::number)
              .findFirst();
    };
  }
}
