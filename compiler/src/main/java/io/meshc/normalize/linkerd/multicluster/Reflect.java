package io.meshc.normalize.linkerd.multicluster;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.linkerd.multicluster.Link;
import io.meshc.model.cluster.Mirroring;
import io.meshc.normalize.Neighbour;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The Services that the controllers of Linkerd put into a cluster.
///
/// Source: linkerd.io, "Multi-cluster communication"; linkerd/linkerd2, multicluster/service-mirror.
final class Reflect {
  private final Neighbour here;
  private final Set<String> namespaces = new HashSet<>();
  private final List<Resource> made = new ArrayList<>();

  /// What stands for several: by `namespace/name`, the members of other clusters and the one of this.
  private final Map<String, Union> unions = new TreeMap<>();

  private static final class Union {
    final ServiceObject first;
    final Set<String> remote = new TreeSet<>();
    Optional<String> local = Optional.empty();

    Union(ServiceObject first) {
      this.first = first;
    }
  }

  private Reflect(Neighbour here) {
    this.here = here;
    for (Resource it : here.resources().all()) {
      namespaces.add(it.meta().namespace());
    }
    here.resources().of(NamespaceObject.class).forEach(it -> namespaces.add(it.meta().name()));
  }

  static List<Resource> into(Neighbour here, List<Neighbour> others) {
    return new Reflect(here).all(others);
  }

  private List<Resource> all(List<Neighbour> others) {
    List<Link> links =
        here.resources().of(Link.class).stream()
            .filter(it -> it.legible() && it.targetClusterName().isPresent())
            .toList();
    for (Link link : links) {
      String cluster = link.targetClusterName().orElseThrow().value();
      others.stream()
          .filter(it -> it.name().equals(cluster))
          .flatMap(it -> it.resources().of(ServiceObject.class).stream())
          .forEach(it -> mirror(it, link, cluster));
    }
    if (!links.isEmpty()) {
      for (ServiceObject it : here.resources().of(ServiceObject.class)) {
        if (Selects.is(it.meta().labels(), Marks.FEDERATED, "member") && !it.isHeadless()) {
          union(it).local = Optional.of(it.meta().name());
        }
      }
    }
    unions.values().forEach(it -> made.add(joined(it)));
    Set<ResourceId> written = new HashSet<>();
    here.resources().of(ServiceObject.class).forEach(it -> written.add(it.meta().id()));
    made.removeIf(it -> written.contains(it.meta().id()));
    return made;
  }

  /// "Skipping mirroring of service …: namespace … does not exist": that is what the controller does by default.
  private void mirror(ServiceObject source, Link link, String cluster) {
    if (!namespaces.contains(source.meta().namespace())) {
      return;
    }
    Map<String, At<String>> labels = source.meta().labels();
    boolean direct = Selects.any(link.remoteDiscoverySelector(), labels);
    if (direct || Selects.any(link.selector(), labels)) {
      made.add(one(source, link, cluster, direct));
    }
    if (Selects.any(link.federatedServiceSelector(), labels) && !source.isHeadless()) {
      union(source).remote.add(source.meta().name() + "@" + cluster);
    }
  }

  private static ServiceObject one(
      ServiceObject source, Link link, String cluster, boolean direct) {
    Map<String, At<String>> labels = common(source, link.excludedLabels());
    put(labels, Marks.CLUSTER, cluster, source);
    if (direct) {
      put(labels, Marks.PODS, cluster, source);
      put(labels, Marks.SERVICE, source.meta().name(), source);
    }
    String domain = link.targetClusterDomain().map(At::value).orElse("cluster.local");
    String host = source.meta().name() + "." + source.meta().namespace() + ".svc." + domain;
    return Neighbour.standIn(
        without(source, link.excludedAnnotations()),
        source.meta().name() + "-" + cluster,
        labels,
        Map.of(Marks.TARGET, host));
  }

  private Union union(ServiceObject member) {
    String name = member.meta().namespace() + "/" + member.meta().name();
    return unions.computeIfAbsent(name, _ -> new Union(member));
  }

  private static ServiceObject joined(Union union) {
    var notes = new HashMap<String, String>();
    if (!union.remote.isEmpty()) {
      notes.put(Marks.PODS, String.join(",", union.remote));
    }
    union.local.ifPresent(it -> notes.put(Marks.LOCAL, it));
    return Neighbour.standIn(
        union.first,
        union.first.meta().name() + Mirroring.UNION,
        common(union.first, List.of()),
        notes);
  }

  private static Map<String, At<String>> common(ServiceObject source, List<At<String>> excluded) {
    var labels = new HashMap<String, At<String>>();
    source
        .meta()
        .labels()
        .forEach((key, value) -> {
          if (!key.startsWith(Marks.PREFIX) && !isExcluded(key, excluded)) {
            labels.put(key, value);
          }
        });
    put(labels, Marks.MIRRORED, "true", source);
    return labels;
  }

  private static ServiceObject without(ServiceObject source, List<At<String>> excluded) {
    var notes = new HashMap<>(source.meta().annotations());
    notes.keySet().removeIf(it -> isExcluded(it, excluded));
    return new ServiceObject(
        new Meta(
            source.meta().id(),
            source.meta().version(),
            source.meta().labels(),
            notes,
            source.meta().origin()),
        source.type(),
        source.clusterIp(),
        source.externalName(),
        source.publishesNotReady(),
        source.selector(),
        source.ports());
  }

  private static boolean isExcluded(String key, List<At<String>> excluded) {
    return excluded.stream().anyMatch(it -> it.value().equals(key));
  }

  private static void put(
      Map<String, At<String>> labels, String key, String value, ServiceObject source) {
    labels.put(key, At.of(value, source.meta().origin()));
  }
}
