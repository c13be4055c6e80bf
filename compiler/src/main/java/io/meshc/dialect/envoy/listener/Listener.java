package io.meshc.dialect.envoy.listener;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// @param others addresses beside the first
/// @param otherwise what happens to connections that no chain is for; absent where they are closed
/// @param unread ports whose first bytes are not waited for: the server speaks first there
public record Listener(
    String name,
    Address address,
    List<Address> others,
    Direction direction,
    SortedSet<Inspector> inspectors,
    SortedSet<Integer> unread,
    List<FilterChain> chains,
    Optional<FilterChain> otherwise)
    implements Message {
  public static final String TYPE = "config.listener.v3.Listener";
  private static final int BUFFER = 1_048_576;

  public Listener {
    others = List.copyOf(others);
    inspectors = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(inspectors));
    unread = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(unread));
    chains = List.copyOf(chains);
  }

  public enum Direction {
    INBOUND,
    OUTBOUND,
    UNSPECIFIED
  }

  /// What looks at the first bytes, so that a chain can be chosen.
  public enum Inspector {
    ORIGINAL_DESTINATION("original_dst.v3.OriginalDst", "original_dst"),
    TLS("tls_inspector.v3.TlsInspector", "tls_inspector"),
    HTTP("http_inspector.v3.HttpInspector", "http_inspector");

    private final String type;
    private final String label;

    Inspector(String type, String label) {
      this.type = type;
      this.label = label;
    }
  }

  /// The same with other chains.
  public Listener with(List<FilterChain> others_, Optional<FilterChain> last) {
    return new Listener(name, address, others, direction, inspectors, unread, others_, last);
  }

  @Override
  public Node.Mapping node() {
    var listener =
        Nodes.map()
            .put("name", name)
            .put("address", address.node())
            .putList(
                "additional_addresses", others, it -> Nodes.map().put("address", it.node()).build())
            .putList("filter_chains", chains, FilterChain::node);
    listener
        .putIfPresent("default_filter_chain", otherwise, FilterChain::node)
        .put("per_connection_buffer_limit_bytes", BUFFER)
        .putList("listener_filters", inspectors.stream().map(this::inspector).toList());
    if (!inspectors.isEmpty()) {
      listener.put("listener_filters_timeout", "5s");
    }
    if (direction != Direction.UNSPECIFIED) {
      listener.put("traffic_direction", direction.name());
    }
    return listener.build();
  }

  private Node.Mapping inspector(Inspector inspector) {
    var filter =
        Nodes.map()
            .put("name", "envoy.filters.listener." + inspector.label)
            .put("typed_config", Typed.of("extensions.filters.listener." + inspector.type));
    boolean waits = inspector != Inspector.ORIGINAL_DESTINATION;
    if (waits && !unread.isEmpty()) {
      filter.put("filter_disabled", ports(List.copyOf(unread)));
    }
    return filter.build();
  }

  private static Node.Mapping ports(List<Integer> ports) {
    List<Node.Mapping> ranges =
        ports.stream()
            .map(it ->
                Nodes.map()
                    .put("destination_port_range", Nodes.map().put("start", it).put("end", it + 1))
                    .build())
            .toList();
    return ranges.size() == 1
        ? ranges.getFirst()
        : Nodes.map().put("or_match", Nodes.map().putList("rules", ranges)).build();
  }
}
