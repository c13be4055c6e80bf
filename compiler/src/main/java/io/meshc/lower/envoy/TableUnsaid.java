package io.meshc.lower.envoy;

import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.model.Mesh;
import io.meshc.model.Scope;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.server.Egress;
import io.meshc.model.server.ProxySettings;
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
    mesh.proxies().servers().egress().forEach(it -> losses.add(outside(it)));
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
