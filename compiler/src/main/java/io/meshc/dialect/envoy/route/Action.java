package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.Percent;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// What becomes of a request.
public sealed interface Action {
  /// @param clusters by weight; one alone has any
  /// @param timeout of the whole answer, `0s` for none
  /// @param idle as long nothing may be sent; absent for what the connection manager says
  /// @param hash what of a request decides which endpoint has it
  record Forward(
      List<Weighted> clusters,
      String timeout,
      Optional<String> idle,
      Optional<Rewrite> rewrite,
      Optional<String> host,
      Optional<Retry> retry,
      List<Mirror> mirrors,
      List<Hash> hash)
      implements Action {
    public Forward {
      clusters = List.copyOf(clusters);
      mirrors = List.copyOf(mirrors);
      hash = List.copyOf(hash);
    }

    public static Forward to(String cluster, String timeout) {
      return new Forward(
          List.of(new Weighted(cluster, 1, HeaderEdits.NONE, Optional.empty())),
          timeout,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }
  }

  /// @param host written into the request, for this share of it
  record Weighted(String cluster, int weight, HeaderEdits edits, Optional<String> host) {}

  /// What of the path is written anew.
  sealed interface Rewrite {
    /// In the place of what the match has found at its start.
    record Prefix(String to) implements Rewrite {}

    record Regex(String regex, String to) implements Rewrite {}
  }

  record Mirror(String cluster, Percent share) {}

  sealed interface Hash {
    record Header(String name) implements Hash {}

    record Cookie(String name, Optional<String> ttl, Optional<String> path) implements Hash {}

    record SourceAddress() implements Hash {}

    record Query(String name) implements Hash {}
  }

  /// @param scheme absent where it stays
  /// @param path absent where it stays
  record Redirect(
      int status,
      Optional<String> scheme,
      Optional<String> host,
      Optional<Integer> port,
      Optional<Target> path)
      implements Action {

    public sealed interface Target {
      record Whole(String path) implements Target {}

      record Prefix(String to) implements Target {}
    }
  }

  record Respond(int status, Optional<String> body) implements Action {}

  /// The entry of a route.
  default void into(Nodes route) {
    switch (this) {
      case Forward forward -> route.put("route", RenderForward.node(forward));
      case Redirect redirect -> route.put("redirect", redirect(redirect));
      case Respond(var status, var body) ->
          route.put(
              "direct_response",
              Nodes.map()
                  .put("status", status)
                  .putIfPresent("body", body, it -> Nodes.map().put("inline_string", it).build()));
    }
  }

  private static Node.Mapping redirect(Redirect it) {
    var node = Nodes.map().putIfPresent("scheme_redirect", it.scheme(), Nodes::text);
    node.putIfPresent("host_redirect", it.host(), Nodes::text)
        .putNumber("port_redirect", it.port());
    it.path()
        .ifPresent(path -> {
          switch (path) {
            case Redirect.Target.Whole(var text) -> node.put("path_redirect", text);
            case Redirect.Target.Prefix(var to) -> node.put("prefix_rewrite", to);
          }
        });
    return node.put("response_code", code(it.status())).build();
  }

  private static String code(int status) {
    return switch (status) {
      case 302 -> "FOUND";
      case 303 -> "SEE_OTHER";
      case 307 -> "TEMPORARY_REDIRECT";
      case 308 -> "PERMANENT_REDIRECT";
      default -> "MOVED_PERMANENTLY";
    };
  }
}
