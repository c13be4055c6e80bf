package io.meshc.normalize.linkerd;

import io.meshc.model.server.Ports;
import io.meshc.model.server.Ports.Range;
import java.util.ArrayList;
import java.util.Optional;

/// Lists of ports and ranges, as annotations have them: `25,3306,8000-8010`.
///
/// Source: linkerd/linkerd2, policy-controller/k8s/index/src/ports.rs.
final class PortList {
  private PortList() {}

  /// Empty where it is no list of ports: Linkerd takes it for an empty one then.
  static Optional<Ports> of(String text) {
    var ranges = new ArrayList<Range>();
    for (String part : text.split(",", -1)) {
      String bare = part.strip();
      if (bare.isEmpty()) {
        continue;
      }
      int dash = bare.indexOf('-');
      int from = port(dash < 0 ? bare : bare.substring(0, dash));
      int to = dash < 0 ? from : port(bare.substring(dash + 1));
      if (from == 0 || to < from) {
        return Optional.empty();
      }
      ranges.add(new Range(from, to));
    }
    return Optional.of(new Ports(ranges));
  }

  /// 0 for what is no port.
  private static int port(String text) {
    String digits = text.strip();
    boolean number = digits.matches("[0-9]{1,5}");
    int port = number ? Integer.parseInt(digits) : 0;
    return port <= 65535 ? port : 0;
  }
}
