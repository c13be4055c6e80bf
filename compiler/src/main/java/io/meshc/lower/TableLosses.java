package io.meshc.lower;

import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Scope;
import io.meshc.model.match.Match;
import io.meshc.model.server.Egress;
import io.meshc.model.server.Profile;
import io.meshc.model.server.ProxySettings;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.Server;
import io.meshc.model.server.Servers;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What goes by tables in the source, for a target that does not read them: each of them is lost, and said so.
public final class TableLosses {
  private static final String FEATURE = Feature.TABLES.label();
  private static final String HELP = "say it by hand in the target's own words";

  private TableLosses() {}

  /// @param target for which nothing is lost, being its own
  public static List<Loss> of(Mesh mesh, PlaneId target) {
    Servers all = mesh.proxies().servers();
    var losses = new ArrayList<Loss>();
    all.servers().stream()
        .filter(it -> !it.plane().equals(target))
        .map(TableLosses::guard)
        .forEach(losses::add);
    all.settings().stream()
        .filter(it -> !it.plane().equals(target))
        .flatMap(it -> fallback(it).stream())
        .forEach(losses::add);
    all.tables().stream()
        .filter(it -> !it.plane().equals(target) && it.inert().isEmpty())
        .map(TableLosses::routes)
        .forEach(losses::add);
    all.profiles().stream()
        .filter(it -> !it.plane().equals(target) && !it.overrides().isEmpty())
        .map(TableLosses::overrides)
        .forEach(losses::add);
    all.egress().stream()
        .filter(it -> !it.plane().equals(target))
        .map(TableLosses::outside)
        .forEach(losses::add);
    return losses;
  }

  private static Loss guard(Server server) {
    Region region = in(server.workloads().namespace());
    String message = "the server and the policies that are about it are not written";
    return loss(
        server.origin(), Optional.of(server.resource()), Effect.WIDENS_ACCESS, region, message);
  }

  /// What lets everybody in anyway is no loss.
  private static Optional<Loss> fallback(ProxySettings settings) {
    boolean open =
        settings.fallback().clients().value() instanceof Match.Any
            && settings.authenticated().ranges().isEmpty();
    String where = settings.namespace().map(it -> " of namespace `" + it + "`").orElse("");
    Region region =
        settings.namespace().map(TableLosses::in).orElseGet(() -> Region.requests(Match.ANY));
    return open
        ? Optional.empty()
        : Optional.of(
            loss(
                settings.origin(),
                settings.workload(),
                Effect.WIDENS_ACCESS,
                region,
                "the default policy" + where + " is not written"));
  }

  private static Loss routes(RouteTable table) {
    return loss(
        table.origin(),
        Optional.of(table.resource()),
        Effect.CHANGES_ROUTING,
        Region.to(table.parent(), Match.ANY),
        "the route is not written");
  }

  private static Loss overrides(Profile profile) {
    return loss(
        profile.origin(),
        Optional.of(profile.resource()),
        Effect.CHANGES_ROUTING,
        Region.to(profile.service(), Match.ANY),
        "its overrides are not written");
  }

  private static Loss outside(Egress egress) {
    return loss(
        egress.origin(),
        Optional.of(egress.resource()),
        Effect.WIDENS_ACCESS,
        Region.NOTHING,
        "what may be called outside is not written");
  }

  private static Region in(String namespace) {
    return Region.at(new Scope.InNamespace(namespace), Match.ANY);
  }

  private static Loss loss(
      Origin origin, Optional<ResourceId> resource, Effect effect, Region region, String message) {
    return new Loss(origin, resource, FEATURE, effect, region, message, HELP);
  }
}
