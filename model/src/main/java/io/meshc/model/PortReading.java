package io.meshc.model;

import java.util.Comparator;
import java.util.Map;

/// How a control plane reads the protocol of a Service port.
///
/// @param appProtocols by the whole `appProtocol`, which goes before the name
/// @param prefixes by the start of the port's name; the longest one counts
/// @param names by the whole name of the port
/// @param otherwise where neither says anything
public record PortReading(
    Map<String, Protocol> appProtocols,
    Map<String, Protocol> prefixes,
    Map<String, Protocol> names,
    Protocol otherwise) {
  public PortReading {
    appProtocols = Map.copyOf(appProtocols);
    prefixes = Map.copyOf(prefixes);
    names = Map.copyOf(names);
  }

  public Protocol of(String portName, String appProtocol) {
    if (!appProtocol.isEmpty()) {
      return appProtocols.getOrDefault(appProtocol, otherwise);
    }
    if (names.containsKey(portName)) {
      return names.get(portName);
    }
    return prefixes.entrySet().stream()
        .filter(it -> portName.startsWith(it.getKey()))
        .max(Comparator.comparingInt(it -> it.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(otherwise);
  }
}
