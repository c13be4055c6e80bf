package io.meshc.dialect.gateway;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A port at which a Gateway listens, for one hostname or for all.
///
/// @param hostname absent for all
public record Listener(
    Optional<At<String>> name,
    Optional<At<String>> hostname,
    Optional<At<Long>> port,
    Optional<At<String>> protocol,
    Optional<ListenerTls> tls,
    Optional<AllowedRoutes> allowedRoutes,
    Origin origin) {

  /// @param mode absent is to terminate
  public record ListenerTls(
      Optional<At<Mode>> mode,
      List<ObjectRef> certificateRefs,
      Map<String, At<String>> options,
      Origin origin) {
    public ListenerTls {
      certificateRefs = List.copyOf(certificateRefs);
      options = Map.copyOf(options);
    }
  }

  public enum Mode {
    TERMINATE("Terminate"),
    PASSTHROUGH("Passthrough");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /// @param kinds none for those that the protocol takes
  public record AllowedRoutes(
      Optional<Namespaces> namespaces, List<RouteKind> kinds, Origin origin) {
    public AllowedRoutes {
      kinds = List.copyOf(kinds);
    }
  }

  public record RouteKind(Optional<At<String>> group, Optional<At<String>> kind, Origin origin) {}

  /// @param selector of the labels of namespaces, where `from` says so
  public record Namespaces(
      Optional<At<From>> from, Optional<LabelSelector> selector, Origin origin) {}

  public enum From {
    ALL("All"),
    SAME("Same"),
    SELECTOR("Selector"),
    NONE("None");

    private final String word;

    From(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
