package io.meshc.dialect.envoy.listener;

import io.meshc.dialect.envoy.Block;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// What happens to some of a listener's connections.
public record FilterChain(
    String name, Match match, List<NetworkFilter> filters, Optional<ServerTls> tls)
    implements Message {
  public FilterChain {
    filters = List.copyOf(filters);
  }

  /// Which connections. What says more goes first: a port, then addresses, then a server name, then what is spoken.
  ///
  /// @param port that was called; 0 for any
  /// @param transport `tls`, `raw_buffer` or `""`
  public record Match(
      int port,
      List<Block> addresses,
      List<String> serverNames,
      String transport,
      List<String> applications,
      List<Block> sources) {
    public static final Match ANY = new Match(0, List.of(), List.of(), "", List.of(), List.of());

    public Match {
      addresses = List.copyOf(addresses);
      serverNames = List.copyOf(serverNames);
      applications = List.copyOf(applications);
      sources = List.copyOf(sources);
    }

    public static Match tls(String application) {
      return new Match(0, List.of(), List.of(), "tls", List.of(application), List.of());
    }

    public static Match transport(String transport) {
      return new Match(0, List.of(), List.of(), transport, List.of(), List.of());
    }

    public static Match names(List<String> names) {
      return new Match(0, List.of(), names, "tls", List.of(), List.of());
    }

    public Match at(int calledPort) {
      return new Match(calledPort, addresses, serverNames, transport, applications, sources);
    }

    public Match speaking(List<String> protocols) {
      return new Match(port, addresses, serverNames, transport, protocols, sources);
    }

    public Match to(List<Block> blocks) {
      return new Match(port, blocks, serverNames, transport, applications, sources);
    }

    Node.Mapping node() {
      var match = Nodes.map();
      if (port > 0) {
        match.put("destination_port", port);
      }
      match
          .putList("prefix_ranges", addresses, Block::node)
          .putList("source_prefix_ranges", sources, Block::node)
          .putList("server_names", serverNames, Nodes::text);
      if (!transport.isEmpty()) {
        match.put("transport_protocol", transport);
      }
      return match.putList("application_protocols", applications, Nodes::text).build();
    }
  }

  @Override
  public Node.Mapping node() {
    var chain = Nodes.map();
    if (!match.equals(Match.ANY)) {
      chain.put("filter_chain_match", match.node());
    }
    return chain
        .putList("filters", filters, NetworkFilter::node)
        .putIfPresent("transport_socket", tls, ServerTls::node)
        .put("name", name)
        .build();
  }
}
