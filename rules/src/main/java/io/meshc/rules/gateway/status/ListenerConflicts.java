package io.meshc.rules.gateway.status;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The listeners of a Gateway and its sets, and those that cannot be there together.
final class ListenerConflicts {
  private ListenerConflicts() {}

  /// By port and transport, the first listener of each way to read it, and of each host.
  private static final class Taken {
    private final Map<String, Part> protocols = new HashMap<>();
    private final Map<String, Part> hosts = new HashMap<>();
  }

  /// Says so at each listener that comes after one which excludes it.
  static void in(Written gateway, Checked input, Found found) {
    var taken = new Taken();
    for (Written owner : owners(gateway, input)) {
      for (Part listener : owner.spec().each("listeners")) {
        if (listener.get("port").isThere()) {
          check(listener, taken, found);
        }
      }
    }
  }

  /// Whether a Gateway takes the listeners of a set.
  static boolean takes(Written gateway, Written set, Checked input) {
    return AllowedNamespaces.allow(
        gateway.spec().get("allowedListeners", "namespaces"),
        "None",
        gateway.id().namespace(),
        set.id().namespace(),
        input);
  }

  /// The Gateway, then its sets by their age.
  private static List<Written> owners(Written gateway, Checked input) {
    var owners = new ArrayList<Written>();
    for (Written set : input.documents().of(GatewayKinds.GROUP, "ListenerSet")) {
      Part parent = set.spec().get("parentRef");
      if (parent.get("name").is(gateway.id().name())
          && parent.get("namespace").textOr(set.id().namespace()).equals(gateway.id().namespace())
          && takes(gateway, set, input)) {
        owners.add(set);
      }
    }
    List<Written> all = Age.inOrder(owners);
    all.addFirst(gateway);
    return all;
  }

  private static void check(Part listener, Taken taken, Found found) {
    String protocol = listener.get("protocol").text();
    String port = listener.get("port").wholeOr(0) + (protocol.equals("UDP") ? "/udp" : "");
    String way = protocol.equals("TLS") ? "HTTPS" : protocol;
    Part first = taken.protocols.putIfAbsent(port, listener);
    if (first != null && !way.equals(way(first))) {
      say(listener, "another protocol", first, found);
      return;
    }
    String host = listener.get("hostname").text().toLowerCase(Locale.ROOT);
    Part same = taken.hosts.putIfAbsent(port + " " + host, listener);
    if (same != null) {
      say(listener, "the same host", same, found);
    }
  }

  private static String way(Part listener) {
    String protocol = listener.get("protocol").text();
    return protocol.equals("TLS") ? "HTTPS" : protocol;
  }

  private static void say(Part listener, String why, Part first, Found found) {
    found.say(
        listener,
        "port "
            + listener.get("port").wholeOr(0)
            + " is taken by listener `"
            + first.get("name").text()
            + "` with "
            + why,
        first,
        "that listener");
  }
}
