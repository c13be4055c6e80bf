package io.meshc.model.cluster;

import io.meshc.model.ServiceName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// All that a cluster says of others.
///
/// @param standIns Services that stand in other clusters alone: proxies know them, and the DNS of this cluster does not
public record Beyond(
    List<Topology> topologies,
    List<Mirroring> mirrorings,
    List<Mirror> mirrors,
    List<SharedHost> hosts,
    Set<ServiceName> standIns) {
  public static final Beyond NOTHING =
      new Beyond(List.of(), List.of(), List.of(), List.of(), Set.of());

  public Beyond {
    topologies = List.copyOf(topologies);
    mirrorings = List.copyOf(mirrorings);
    mirrors = List.copyOf(mirrors);
    hosts = List.copyOf(hosts);
    standIns = Set.copyOf(standIns);
  }

  public static Beyond join(List<Beyond> all) {
    return new Beyond(
        each(all, Beyond::topologies),
        each(all, Beyond::mirrorings),
        each(all, Beyond::mirrors),
        each(all, Beyond::hosts),
        union(all));
  }

  /// Sorted by what they are about.
  public Beyond sorted() {
    return new Beyond(
        topologies.stream().sorted((a, b) -> a.plane().compareTo(b.plane())).toList(),
        mirrorings.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        mirrors.stream().sorted(Mirror.ORDER).toList(),
        hosts.stream().sorted((a, b) -> a.service().compareTo(b.service())).toList(),
        standIns);
  }

  private static <T> List<T> each(List<Beyond> all, Function<Beyond, List<T>> part) {
    return all.stream().map(part).flatMap(List::stream).toList();
  }

  private static Set<ServiceName> union(List<Beyond> all) {
    var union = new HashSet<ServiceName>();
    all.forEach(it -> union.addAll(it.standIns()));
    return union;
  }
}
