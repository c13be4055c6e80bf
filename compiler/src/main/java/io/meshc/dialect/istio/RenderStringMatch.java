package io.meshc.dialect.istio;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// How a text is matched → node.
public final class RenderStringMatch {
  private RenderStringMatch() {}

  public static Node.Mapping render(StringMatch match) {
    return switch (match) {
      case StringMatch.Exact(var text) -> new Branch().text("exact", text.value()).node();
      case StringMatch.Prefix(var text) -> new Branch().text("prefix", text.value()).node();
      case StringMatch.Regex(var text) -> new Branch().text("regex", text.value()).node();
      case StringMatch.Present _ -> new Branch().node();
    };
  }
}
