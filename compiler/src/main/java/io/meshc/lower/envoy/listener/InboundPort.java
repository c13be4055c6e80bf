package io.meshc.lower.envoy.listener;

import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.proxy.Sentry;
import io.meshc.model.Protocol;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// A port at which an application listens, because a Service leads there.
///
/// @param servicePorts by which it is called
/// @param services that lead to it
/// @param serverFirst the server speaks before its client does
/// @param spoken what the Services say beside that it is no HTTP: `mongo`; `""` for nothing
record InboundPort(
    int number,
    Protocol protocol,
    Set<Integer> servicePorts,
    Set<ServiceName> services,
    boolean serverFirst,
    String spoken) {
  private static final Set<String> SERVER_FIRST = Set.of("mysql", "smtp", "tcp-server-first");

  static List<InboundPort> of(Proxy proxy, Fleet fleet) {
    var ports = new TreeMap<Integer, InboundPort>();
    for (Service service : fleet.servicesOf(proxy.workload())) {
      for (ServicePort it : service.ports()) {
        OptionalInt at = service.headless() ? OptionalInt.of(it.number()) : it.at(proxy.workload());
        if (at.isPresent()) {
          var port =
              new InboundPort(
                  at.getAsInt(),
                  protocol(it, at.getAsInt(), proxy, fleet),
                  Set.of(it.number()),
                  Set.of(service.name()),
                  isFirst(it),
                  word(it));
          ports.merge(at.getAsInt(), port, InboundPort::with);
        }
      }
    }
    return List.copyOf(ports.values());
  }

  /// A proxy that goes by tables reads a port as they say, whatever the Service calls it.
  private static Protocol protocol(ServicePort port, int number, Proxy proxy, Fleet fleet) {
    return Sentry.at(proxy, number, fleet).map(Sentry::protocol).orElse(port.protocol());
  }

  private static boolean isFirst(ServicePort port) {
    String said = said(port);
    return SERVER_FIRST.stream().anyMatch(it -> said.equals(it) || said.startsWith(it + "-"));
  }

  private static String said(ServicePort port) {
    return port.appProtocol().isEmpty() ? port.name() : port.appProtocol();
  }

  /// `mongo` of `mongo-data`
  private static String word(ServicePort port) {
    String said = said(port);
    return said.contains("-") ? said.substring(0, said.indexOf('-')) : said;
  }

  /// The filter that counts what is in there; those of `contrib` only where Envoy has them.
  Optional<NetworkFilter.Plain.Kind> counted(boolean contrib) {
    return switch (spoken) {
      case "mongo" -> Optional.of(NetworkFilter.Plain.Kind.MONGO);
      case "mysql" -> Optional.of(NetworkFilter.Plain.Kind.MYSQL).filter(_ -> contrib);
      case "postgres", "postgresql" ->
          Optional.of(NetworkFilter.Plain.Kind.POSTGRES).filter(_ -> contrib);
      case "kafka" -> Optional.of(NetworkFilter.Plain.Kind.KAFKA).filter(_ -> contrib);
      default -> Optional.empty();
    };
  }

  /// Where Services disagree on what is spoken, the first bytes tell.
  private InboundPort with(InboundPort other) {
    var called = new HashSet<>(servicePorts);
    called.addAll(other.servicePorts);
    var names = new HashSet<>(services);
    names.addAll(other.services);
    return new InboundPort(
        number,
        protocol == other.protocol ? protocol : Protocol.SNIFFED,
        called,
        names,
        serverFirst || other.serverFirst,
        spoken.equals(other.spoken) ? spoken : "");
  }
}
