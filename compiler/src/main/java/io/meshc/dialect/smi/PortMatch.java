package io.meshc.dialect.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// `spec.matches` of TCPRoute and UDPRoute: one object, not a list.
///
/// @param ports empty means all; 0 stands for what is no port
record PortMatch(Optional<At<String>> name, List<At<Integer>> ports) {
  static final PortMatch NONE = new PortMatch(Optional.empty(), List.of());

  /// What is no port counts as port 0, which no request has: left out, it could open all ports.
  static PortMatch read(Fields spec, List<Problem> problems) {
    if (!spec.has("matches")) {
      return NONE;
    }
    Optional<Fields> matches = spec.object("matches");
    if (matches.isEmpty()) {
      return new PortMatch(Optional.empty(), List.of(At.of(0, spec.origin("matches"))));
    }
    Fields fields = matches.get();
    Optional<At<String>> name = fields.string("name");
    List<At<Integer>> ports =
        fields.integers("ports").stream()
            .map(it -> PortName.isPort(it, problems) ? it : it.with(0))
            .toList();
    if (ports.isEmpty() && !saysNone(fields)) {
      ports = List.of(At.of(0, fields.origin("ports")));
    }
    fields.done();
    return new PortMatch(name, ports);
  }

  private static boolean saysNone(Fields fields) {
    return fields
        .node("ports")
        .map(it -> it instanceof Node.Sequence(var items, var _) && items.isEmpty())
        .orElse(true);
  }

  /// As `spec`.
  Nodes render() {
    Nodes spec = Nodes.map();
    if (name.isPresent() || !ports.isEmpty()) {
      spec.put(
          "matches",
          Nodes.map()
              .putIfPresent("name", name, it -> Nodes.text(it.value()))
              .putList("ports", ports, it -> Nodes.number(it.value())));
    }
    return spec;
  }
}
