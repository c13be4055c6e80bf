package io.meshc.model.cluster;

import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which endpoints are taken first, by where they are.
///
/// @param enabled false: where they are does not count
/// @param shares the first whose `from` covers the client says which part goes where
/// @param failover from a region to the one that takes its place
/// @param labels that rank endpoints, `name` or `name=value`, where failover goes by them
public record Locality(
    boolean enabled,
    List<Shares> shares,
    Map<String, String> failover,
    List<String> labels,
    Origin origin) {
  public Locality {
    shares = List.copyOf(shares);
    failover = Map.copyOf(failover);
    labels = List.copyOf(labels);
  }

  /// @param to parts of a hundred by place
  public record Shares(String from, Map<String, Long> to) {
    public Shares {
      to = Map.copyOf(to);
    }
  }

  /// Where something runs.
  ///
  /// @param zone `""` where nobody says
  public record Place(String region, String zone, String subzone) {

    /// `region`, `region/zone` or `region/zone/subzone`; Pods write a dot for each slash.
    public static Optional<Place> parse(String text) {
      String[] parts = text.split("[/.]", -1);
      return parts.length > 3 || parts[0].isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Place(
                  parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : ""));
    }

    /// Whether a pattern such as `us-west/*` means it.
    public boolean isIn(String pattern) {
      if (pattern.equals("*")) {
        return true;
      }
      String[] parts = pattern.split("/", -1);
      List<String> own = List.of(region, zone, subzone);
      for (int i = 0; i < parts.length && i < own.size(); i++) {
        if (parts[i].equals("*")) {
          return true;
        }
        if (!parts[i].equals(own.get(i))) {
          return false;
        }
      }
      return true;
    }

    /// How far away another place is: 0 for the same, 3 for another region. Source: Envoy's priorities as istio.io, "Locality
    /// failover" lists them.
    public int distance(Place other) {
      if (!region.equals(other.region)) {
        return 3;
      }
      if (!zone.equals(other.zone)) {
        return 2;
      }
      return subzone.equals(other.subzone) ? 0 : 1;
    }
  }
}
