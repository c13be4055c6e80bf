package io.meshc.dialect.envoy.route;

import io.meshc.dialect.envoy.HeaderMatch;
import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// @param headers all of which have to hold, method and host among them
/// @param query all of which have to hold
public record RouteMatch(Path path, List<HeaderMatch> headers, List<Parameter> query)
    implements Message {
  public static final RouteMatch ALL =
      new RouteMatch(new Path.Prefix("/", false), List.of(), List.of());

  public RouteMatch {
    headers = List.copyOf(headers);
    query = List.copyOf(query);
  }

  /// Of the path without its query.
  public sealed interface Path {
    record Exact(String text, boolean ignoreCase) implements Path {}

    record Prefix(String text, boolean ignoreCase) implements Path {}

    /// A prefix that ends at a `/`, and is written without it.
    record Elements(String text, boolean ignoreCase) implements Path {}

    /// The whole path.
    record Regex(String regex) implements Path {}
  }

  public record Parameter(String name, java.util.Optional<StringMatch> value) {
    Node.Mapping node() {
      var match = Nodes.map().put("name", name);
      if (value.isPresent()) {
        match.put("string_match", value.get().node());
      } else {
        match.put("present_match", true);
      }
      return match.build();
    }
  }

  @Override
  public Node.Mapping node() {
    var match = Nodes.map();
    boolean ignoreCase =
        switch (path) {
          case Path.Exact(var text, var ignore) -> {
            match.put("path", text);
            yield ignore;
          }
          case Path.Prefix(var text, var ignore) -> {
            match.put("prefix", text);
            yield ignore;
          }
          case Path.Elements(var text, var ignore) -> {
            match.put("path_separated_prefix", text);
            yield ignore;
          }
          case Path.Regex(var regex) -> {
            match.put("safe_regex", Nodes.map().put("regex", regex));
            yield false;
          }
        };
    if (ignoreCase) {
      match.put("case_sensitive", false);
    }
    return match
        .putList("headers", headers, HeaderMatch::node)
        .putList("query_parameters", query, Parameter::node)
        .build();
  }
}
