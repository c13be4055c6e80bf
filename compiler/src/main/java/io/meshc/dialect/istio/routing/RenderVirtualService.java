package io.meshc.dialect.istio.routing;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HttpMatch;
import io.meshc.dialect.istio.routing.VirtualService.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// VirtualService → node, in version v1.
public final class RenderVirtualService {
  private RenderVirtualService() {}

  public static Node.Mapping render(VirtualService service) {
    Node.Mapping spec =
        new Branch()
            .texts("hosts", service.hosts())
            .texts("gateways", service.gateways())
            .list("http", service.http().stream().map(RenderVirtualService::http).toList())
            .list("tcp", service.tcp().stream().map(RenderVirtualService::tcp).toList())
            .node();
    return Branch.object("networking.istio.io/v1", service.meta(), spec);
  }

  private static Node.Mapping http(HttpRoute route) {
    return new Branch()
        .text("name", route.name())
        .list("match", route.match().stream().map(RenderVirtualService::httpMatch).toList())
        .list("route", destinations(route.route()))
        .unlessEmpty("retries", new Branch().number("attempts", route.attempts()).node())
        .node();
  }

  private static Node.Mapping httpMatch(HttpMatch match) {
    var branch = new Branch().text("name", match.name());
    match.uri().ifPresent(it -> branch.map("uri", string(it)));
    if (match.ignoreUriCase()) {
      branch.flag("ignoreUriCase", true);
    }
    match.method().ifPresent(it -> branch.map("method", string(it)));
    match.authority().ifPresent(it -> branch.map("authority", string(it)));
    return branch
        .unlessEmpty("headers", strings(match.headers()))
        .unlessEmpty("withoutHeaders", strings(match.withoutHeaders()))
        .number("port", match.port())
        .node();
  }

  private static Node.Mapping tcp(TcpRoute route) {
    return new Branch()
        .list("match", route.match().stream().map(RenderVirtualService::tcpMatch).toList())
        .list("route", destinations(route.route()))
        .node();
  }

  private static Node.Mapping tcpMatch(TcpMatch match) {
    return new Branch().number("port", match.port()).node();
  }

  private static List<Node.Mapping> destinations(List<Destination> route) {
    return route.stream()
        .map(it ->
            new Branch()
                .map(
                    "destination",
                    new Branch()
                        .text("host", it.host().value())
                        .unlessEmpty("port", new Branch().number("number", it.port()).node())
                        .node())
                .number("weight", it.weight())
                .node())
        .toList();
  }

  private static Node.Mapping strings(Map<String, StringMatch> matches) {
    var branch = new Branch();
    new TreeMap<>(matches).forEach((name, match) -> branch.map(name, string(match)));
    return branch.node();
  }

  private static Node.Mapping string(StringMatch match) {
    return switch (match) {
      case StringMatch.Exact(var text) -> new Branch().text("exact", text.value()).node();
      case StringMatch.Prefix(var text) -> new Branch().text("prefix", text.value()).node();
      case StringMatch.Regex(var text) -> new Branch().text("regex", text.value()).node();
      case StringMatch.Present _ -> new Branch().node();
    };
  }
}
