package io.meshc.lower.envoy;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.Mesh;
import io.meshc.model.Scope;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.server.Egress;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.RouteTable;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What proxies that go by tables do and no Envoy is told: each a loss.
final class TableUnsaid {
  private TableUnsaid() {}

  static List<Loss> losses(Mesh mesh) {
    var losses = new ArrayList<Loss>();
    mesh.proxies().servers().settings().forEach(it -> losses.addAll(settings(it)));
    mesh.proxies().servers().egress().stream()
        .filter(it -> !isSaid(it, mesh))
        .map(TableUnsaid::outside)
        .forEach(losses::add);
    return losses;
  }

  private static Stream<Loss> optional(boolean lost, Loss loss) {
    return lost ? Stream.of(loss) : Stream.empty();
  }

  private static List<Loss> settings(ProxySettings it) {
    Scope scope = it.namespace().<Scope>map(Scope.InNamespace::new).orElse(new Scope.Everywhere());
    var named = new Match.OnHeader(ProxySettings.OVERRIDE, TextPattern.ANYTHING);
    List<Match> from =
        it.skippedNetworks().stream()
            .<Match>map(at -> new Attribute.Address(Attribute.Of.SOURCE, at))
            .toList();
    return Stream.concat(
            optional(
                it.byHeader(),
                loss(
                    it.origin(),
                    it.workload(),
                    Effect.CHANGES_ROUTING,
                    Region.requests(named),
                    "header `" + ProxySettings.OVERRIDE + "` chooses no other Service")),
            optional(
                !from.isEmpty(),
                loss(
                    it.origin(),
                    it.workload(),
                    Effect.NARROWS_ACCESS,
                    Region.at(scope, Match.oneOf(from)),
                    "who calls from these networks is judged like everybody else")))
        .toList();
  }

  /// Whether all that there is outside is let out, or kept in.
  private static boolean isSaid(Egress egress, Mesh mesh) {
    ServiceName name = RouteTable.outside(egress.resource().namespace(), egress.resource().name());
    boolean routed =
        mesh.proxies().servers().tables().stream()
            .anyMatch(it -> it.parent().equals(name) && it.inert().isEmpty());
    boolean everything = egress.networks().stream().anyMatch(it -> it.block().bits() == 0);
    return !routed && (egress.allows().value() || everything);
  }

  /// Hosts outside are reached where the network brings them, and by no rule.
  private static Loss outside(Egress egress) {
    return loss(
        egress.origin(),
        Optional.of(egress.resource()),
        egress.allows().value() ? Effect.WIDENS_ACCESS : Effect.NARROWS_ACCESS,
        Region.requests(Match.ANY),
        "routes to what it holds outside of the cluster are not written: all of it is "
            + (egress.allows().value() ? "let out" : "kept in"));
  }

  private static Loss loss(
      Origin origin, Optional<ResourceId> resource, Effect effect, Region region, String message) {
    return new Loss(
        origin,
        resource,
        Feature.TABLES.label(),
        effect,
        region,
        message,
        "set it up in Envoy by hand");
  }
}
