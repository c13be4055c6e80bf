package io.meshc.normalize.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The listeners of a Gateway that are there so far, and which of them stand in the way of another: only those of its port do, and of
/// these only those of its host where hosts tell listeners apart.
final class Accepted {
  /// @param family what the listeners speak, by which they are told apart or not
  private record Place(int port, String family, String host) {}

  private final List<Listening> listeners = new ArrayList<>();
  private final Map<Integer, List<Integer>> byPort = new HashMap<>();
  private final Map<Place, List<Integer>> byPlace = new HashMap<>();
  private final Map<Place, Integer> byFamily = new HashMap<>();

  Accepted(List<Listening> all) {
    all.forEach(this::add);
  }

  void add(Listening it) {
    int index = listeners.size();
    listeners.add(it);
    byPort.computeIfAbsent(it.port(), _ -> new ArrayList<>()).add(index);
    byPlace.computeIfAbsent(place(it), _ -> new ArrayList<>()).add(index);
    byFamily.merge(family(it), 1, Integer::sum);
  }

  private static Place place(Listening it) {
    return new Place(it.port(), it.family(), it.host().text());
  }

  private static Place family(Listening it) {
    return new Place(it.port(), it.family(), "");
  }

  List<Listening> listeners() {
    return listeners;
  }

  Listening get(int index) {
    return listeners.get(index);
  }

  /// Whether it was accepted is not known.
  void doubt(int index) {
    listeners.set(index, listeners.get(index).unclearly());
  }

  /// Those that conflict with another listener.
  List<Integer> against(Listening next) {
    return near(next).stream().filter(it -> listeners.get(it).conflicts(next)).toList();
  }

  /// Whether any other than the one of this index does.
  boolean conflicts(Listening it, int index) {
    return near(it).stream()
        .anyMatch(other -> other != index && listeners.get(other).conflicts(it));
  }

  /// Those that may: of the same host, unless the port has listeners of another family.
  private List<Integer> near(Listening it) {
    List<Integer> ofPort = byPort.getOrDefault(it.port(), List.of());
    boolean alike = byFamily.getOrDefault(family(it), 0) == ofPort.size();
    boolean apart = alike && !it.family().equals("TCP") && !it.family().equals("UDP");
    return apart ? byPlace.getOrDefault(place(it), List.of()) : ofPort;
  }
}
