package io.meshc.model.server;

import java.util.List;
import java.util.function.Function;

/// All that is said of proxies which go by tables.
public record Servers(
    List<Server> servers,
    List<ProxySettings> settings,
    List<RouteTable> tables,
    List<Profile> profiles,
    List<ServiceReading> readings,
    List<Egress> egress) {
  public static final Servers NONE =
      new Servers(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Servers {
    servers = List.copyOf(servers);
    settings = List.copyOf(settings);
    tables = List.copyOf(tables);
    profiles = List.copyOf(profiles);
    readings = List.copyOf(readings);
    egress = List.copyOf(egress);
  }

  public static Servers join(List<Servers> all) {
    return new Servers(
        each(all, Servers::servers),
        each(all, Servers::settings),
        each(all, Servers::tables),
        each(all, Servers::profiles),
        each(all, Servers::readings),
        each(all, Servers::egress));
  }

  private static <T> List<T> each(List<Servers> all, Function<Servers, List<T>> part) {
    return all.stream().map(part).flatMap(List::stream).toList();
  }

  public Servers with(List<RouteTable> otherTables, List<Profile> otherProfiles) {
    return new Servers(servers, settings, otherTables, otherProfiles, readings, egress);
  }

  /// Sorted by what they are about.
  public Servers sorted() {
    return new Servers(
        servers.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        settings.stream().sorted((a, b) -> a.origin().compareTo(b.origin())).toList(),
        tables.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        profiles.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList(),
        readings.stream().sorted((a, b) -> a.origin().compareTo(b.origin())).toList(),
        egress.stream().sorted((a, b) -> a.resource().compareTo(b.resource())).toList());
  }
}
