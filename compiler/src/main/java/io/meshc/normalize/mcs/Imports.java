package io.meshc.normalize.mcs;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.mcs.ServiceExport;
import io.meshc.dialect.mcs.ServiceImport;
import io.meshc.normalize.Neighbour;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The ServiceImports that the controller makes in a cluster: "All clusters containing the service's namespace will import the service.
/// This means that all exporting clusters will also import the multi-cluster service." (KEP-1645)
final class Imports {
  private Imports() {}

  /// A Service that some cluster exports.
  private record Exported(String cluster, ServiceObject service) {}

  static List<Resource> into(Neighbour here, List<Neighbour> others) {
    Set<String> namespaces = new HashSet<>();
    here.resources().all().forEach(it -> namespaces.add(it.meta().namespace()));
    here.resources().of(NamespaceObject.class).forEach(it -> namespaces.add(it.meta().name()));
    var byName = new TreeMap<String, List<Exported>>();
    var all = new ArrayList<>(others);
    all.add(here);
    all.sort((a, b) -> a.name().compareTo(b.name()));
    for (Neighbour cluster : all) {
      for (ServiceExport export : cluster.resources().of(ServiceExport.class)) {
        service(export, cluster)
            .filter(_ -> namespaces.contains(export.meta().namespace()))
            .ifPresent(it ->
                byName
                    .computeIfAbsent(
                        export.meta().namespace() + "/" + export.meta().name(),
                        _ -> new ArrayList<>())
                    .add(
                        new Exported(
                            cluster.name().equals(here.name()) ? "" : cluster.name(), it)));
      }
    }
    return byName.values().stream().<Resource>map(Imports::imported).toList();
  }

  /// "This will be false if the service is found to be unexportable (ExternalName, not found)."
  private static Optional<ServiceObject> service(ServiceExport export, Neighbour cluster) {
    return cluster.resources().of(ServiceObject.class).stream()
        .filter(it ->
            it.meta().name().equals(export.meta().name())
                && it.meta().namespace().equals(export.meta().namespace())
                && !it.isExternalName())
        .findFirst();
  }

  /// Ports are those of all that export it; where they differ in one, the first counts.
  private static ServiceImport imported(List<Exported> all) {
    ServiceObject first = all.getFirst().service();
    Meta meta = first.meta();
    var ports = new TreeMap<Integer, ServiceImport.Port>();
    for (Exported it : all) {
      for (ServiceObject.Port port : it.service().ports()) {
        ports.putIfAbsent(
            port.number().value(),
            new ServiceImport.Port(
                port.name(), port.protocol(), port.appProtocol(), port.number(), port.origin()));
      }
    }
    return new ServiceImport(
        new Meta(
            new ResourceId("multicluster.x-k8s.io", "ServiceImport", meta.namespace(), meta.name()),
            "v1alpha1",
            Map.of(),
            Map.of(),
            meta.origin()),
        Optional.of(At.of(first.isHeadless() ? "Headless" : "ClusterSetIP", meta.origin())),
        List.of(),
        List.copyOf(ports.values()),
        Optional.empty(),
        Optional.empty(),
        all.stream().map(Exported::cluster).toList());
  }
}
