package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// @param ignoreCase of ASCII letters; a regex says so by itself
public record StringMatch(Kind kind, String text, boolean ignoreCase) implements Message {

  public enum Kind {
    EXACT,
    PREFIX,
    SUFFIX,
    CONTAINS,
    /// The whole value.
    REGEX
  }

  public static StringMatch exact(String text) {
    return new StringMatch(Kind.EXACT, text, false);
  }

  public static StringMatch prefix(String text) {
    return new StringMatch(Kind.PREFIX, text, false);
  }

  public static StringMatch regex(String text) {
    return new StringMatch(Kind.REGEX, text, false);
  }

  @Override
  public Node.Mapping node() {
    Nodes match =
        switch (kind) {
          case EXACT -> Nodes.map().put("exact", text);
          case PREFIX -> Nodes.map().put("prefix", text);
          case SUFFIX -> Nodes.map().put("suffix", text);
          case CONTAINS -> Nodes.map().put("contains", text);
          case REGEX -> Nodes.map().put("safe_regex", Nodes.map().put("regex", text));
        };
    return ignoreCase ? match.put("ignore_case", true).build() : match.build();
  }
}
