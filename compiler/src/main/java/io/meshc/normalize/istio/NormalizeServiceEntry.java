package io.meshc.normalize.istio;

import io.meshc.dialect.istio.registry.Endpoint;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.registry.ServiceEntry.Resolution;
import io.meshc.dialect.istio.registry.WorkloadEntry;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.normalize.Declarations.DeclaredAudience;
import io.meshc.normalize.Declarations.DeclaredEndpoint;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// ServiceEntry → a Service for each of its hosts. Without endpoints the host itself is what is called.
///
/// Source: istio.io, "ServiceEntry".
final class NormalizeServiceEntry {
  private NormalizeServiceEntry() {}

  /// @param entries all of the environment, of which its selector may choose some
  static void normalize(
      ServiceEntry entry,
      List<WorkloadEntry> entries,
      IstioPlane plane,
      HostNames hosts,
      Ledger ledger) {
    for (At<String> host : entry.hosts()) {
      ServiceName name = name(host, entry, hosts);
      ledger.add(
          new DeclaredService(
              name,
              selector(entry),
              ports(entry),
              new Reach.Any(),
              endpoints(entry, entries, host),
              Optional.of(IstioPlane.ID),
              host.origin()));
      ledger.add(
          new DeclaredAudience(
              name,
              IstioPlane.audience(
                  entry.exportTo(), plane.config().defaultServiceExportTo(), entry.meta())));
    }
  }

  /// What a host of an entry is called.
  static ServiceName name(At<String> host, ServiceEntry entry, HostNames hosts) {
    String namespace = entry.meta().namespace();
    return hosts
        .service(host.value(), namespace)
        .orElseGet(() -> new ServiceName(namespace, host.value().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> selector(ServiceEntry entry) {
    return entry.workloadSelector().map(it -> Labels.of(it.labels())).orElse(Map.of());
  }

  /// The protocol of a port is said, and never looked for in its name.
  private static List<DeclaredPort> ports(ServiceEntry entry) {
    var ports = new ArrayList<DeclaredPort>();
    for (var port : entry.ports()) {
      int number = port.number().map(Ports::number).orElse(-1);
      String protocol = port.protocol().map(it -> it.value().toLowerCase(Locale.ROOT)).orElse("");
      ports.add(
          new DeclaredPort(
              number,
              port.name().map(At::value).orElse(""),
              protocol,
              new Target.Number(port.targetPort().map(Ports::number).orElse(number)),
              port.origin()));
    }
    return ports;
  }

  private static List<DeclaredEndpoint> endpoints(
      ServiceEntry entry, List<WorkloadEntry> entries, At<String> host) {
    var endpoints = new ArrayList<DeclaredEndpoint>();
    for (Endpoint it : entry.endpoints()) {
      String address = it.address().map(At::value).orElse("");
      endpoints.add(new DeclaredEndpoint(address, Optional.empty(), everyPort(entry), it.origin()));
    }
    for (WorkloadEntry it : entries) {
      if (isSelected(it, entry)) {
        String address = it.endpoint().address().map(At::value).orElse("");
        endpoints.add(
            new DeclaredEndpoint(address, Optional.empty(), everyPort(entry), it.meta().origin()));
      }
    }
    boolean found =
        entry.resolution().filter(it -> it.value() == Resolution.STATIC).isPresent()
            || entry.workloadSelector().isPresent();
    if (endpoints.isEmpty() && !found) {
      endpoints.add(
          new DeclaredEndpoint(host.value(), Optional.empty(), everyPort(entry), host.origin()));
    }
    return endpoints;
  }

  private static boolean isSelected(WorkloadEntry entry, ServiceEntry by) {
    Map<String, String> selector = selector(by);
    return !selector.isEmpty()
        && entry.meta().namespace().equals(by.meta().namespace())
        && Labels.of(entry.endpoint().labels()).entrySet().containsAll(selector.entrySet());
  }

  private static Map<String, Integer> everyPort(ServiceEntry entry) {
    var ports = new HashMap<String, Integer>();
    entry.ports().forEach(it -> ports.put(it.name().map(At::value).orElse(""), 0));
    return ports;
  }
}
