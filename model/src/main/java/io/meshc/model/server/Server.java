package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.Workload;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// What guards one port of some workloads, in the place of what [ProxySettings] say.
///
/// @param reading how the port is read
/// @param grants who may come in, whatever the route
/// @param routes the ways in; where there is none, every request comes in
/// @param unclear why nobody knows what it says; empty where somebody does
public record Server(
    ResourceId resource,
    PlaneId plane,
    Selection workloads,
    Target port,
    Reading reading,
    List<Grant> grants,
    List<RankedRule> routes,
    Optional<String> unclear,
    Origin origin) {
  public Server {
    grants = List.copyOf(grants);
    routes = List.copyOf(routes);
  }

  public enum Reading {
    /// HTTP where the first bytes are HTTP.
    DETECT,
    HTTP,
    /// Connections alone.
    OPAQUE
  }

  /// Whether it guards that port of a workload. A name may stand for several numbers; a number may be one that no container declares.
  public boolean guards(Workload workload, int number) {
    return workloads.includes(workload) && isAt(workload, number);
  }

  private boolean isAt(Workload workload, int number) {
    return switch (port) {
      case Target.Number(int own) -> own == number;
      case Target.Named(String name) ->
          workload.ports().stream().anyMatch(it -> it.name().equals(name) && it.number() == number);
    };
  }
}
