package io.meshc.dialect.envoy;

import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// @param value absent where the header only has to be there
public record HeaderMatch(String name, Optional<StringMatch> value, boolean inverted)
    implements Message {

  public static HeaderMatch of(String name, StringMatch value) {
    return new HeaderMatch(name, Optional.of(value), false);
  }

  public static HeaderMatch present(String name) {
    return new HeaderMatch(name, Optional.empty(), false);
  }

  public HeaderMatch not() {
    return new HeaderMatch(name, value, !inverted);
  }

  @Override
  public Node.Mapping node() {
    var match = Nodes.map().put("name", name);
    if (value.isPresent()) {
      match.put("string_match", value.get().node());
    } else {
      match.put("present_match", true);
    }
    if (inverted) {
      match.put("invert_match", true);
      // Else a request without the header has no value that is not the one.
      if (value.isPresent() && !name.startsWith(":")) {
        match.put("treat_missing_header_as_empty", true);
      }
    }
    return match.build();
  }
}
