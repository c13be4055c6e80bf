package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.policy.Egress;
import io.meshc.dialect.osm.policy.MatchRef;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.Border.Outlet;
import io.meshc.model.proxy.Border.Outlet.Kind;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// Egress → an [Outlet] for each account and port.
///
/// Source: openservicemesh/osm, pkg/catalog/egress.go and the filter chains that pkg/envoy makes of it. HTTP is asked for its host
/// and its route and never for the address; TLS for the server name and the address; raw TCP for the address alone.
final class NormalizeEgress {
  private static final String OFF =
      "older releases read an Egress only with `enableEgressPolicy`, newer ones always";

  private final Resources resources;
  private final Control control;
  private final RouteGroups groups;
  private final Watched watched;
  private final Ledger ledger;

  NormalizeEgress(
      Resources resources, Control control, RouteGroups groups, Watched watched, Ledger ledger) {
    this.resources = resources;
    this.control = control;
    this.groups = groups;
    this.watched = watched;
    this.ledger = ledger;
  }

  void all() {
    for (Egress egress : resources.of(Egress.class)) {
      references(egress);
      if (watched.mayBe(egress.meta().namespace()) && hasSettings(egress)) {
        egress.sources().forEach(source -> account(source).ifPresent(it -> outlets(egress, it)));
      }
    }
  }

  /// Only accounts count, and only with a namespace.
  private static Optional<Scope> account(Subject source) {
    return source
        .name()
        .filter(_ -> source.is("ServiceAccount"))
        .flatMap(
            name -> source.namespace().map(it -> new Scope.OfAccount(it.value(), name.value())));
  }

  /// One that names settings which are not there is dropped as a whole.
  private boolean hasSettings(Egress egress) {
    return egress.matches().stream()
        .filter(MatchRef::isTrafficSetting)
        .flatMap(it -> it.name().stream())
        .allMatch(name ->
            resources.of(UpstreamTrafficSetting.class).stream()
                .map(it -> it.meta())
                .anyMatch(it ->
                    it.namespace().equals(egress.meta().namespace())
                        && it.name().equals(name.value())));
  }

  /// The protocol is compared as it is written where the proxies are told, so that `HTTP` opens nothing.
  private void outlets(Egress egress, Scope account) {
    for (Port port : egress.ports()) {
      switch (port.protocol().map(At::value).orElse("")) {
        case "http" -> outlet(egress, account, port, Kind.HTTP);
        case "https" -> outlet(egress, account, port, Kind.TLS);
        case "tcp", "tcp-server-first" -> outlet(egress, account, port, Kind.TCP);
        default -> {}
      }
    }
  }

  private void outlet(Egress egress, Scope account, Port port, Kind kind) {
    if (port.number().isEmpty()) {
      return;
    }
    List<HostPattern> hosts =
        kind == Kind.TCP
            ? List.of()
            : egress.hosts().stream().map(it -> new HostPattern(it.value())).toList();
    List<AddressBlock> addresses =
        kind == Kind.HTTP
            ? List.of()
            : egress.ipAddresses().stream()
                .flatMap(it -> AddressBlock.of(it.value()).stream())
                .toList();
    boolean lost = kind != Kind.HTTP && addresses.isEmpty() && !egress.ipAddresses().isEmpty();
    Match requests = kind == Kind.HTTP ? routes(egress) : Match.ANY;
    ledger.add(
        new Outlet(
            egress.meta().id(),
            Control.PLANE,
            account,
            port.number().get().value(),
            kind,
            hosts,
            addresses,
            At.of(doubted(requests, lost), port.origin())));
  }

  private Match doubted(Match requests, boolean lost) {
    if (lost) {
      return new Match.Unclear(
          Match.NONE,
          Match.ANY,
          "none of the addresses of the Egress can be read, and Open Service Mesh asks for none"
              + " then");
    }
    boolean off =
        control
            .config()
            .flatMap((MeshConfig it) -> it.feature("enableEgressPolicy"))
            .filter(it -> !it.value())
            .isPresent();
    return off && control.egress() != io.meshc.model.Plane.Egress.OPEN
        ? new Match.Unclear(Match.NONE, requests, OFF)
        : requests;
  }

  /// All matches of the groups that are named, whole; any request where no group is. One that is not there matches nothing.
  private Match routes(Egress egress) {
    List<ResourceId> named =
        egress.matches().stream()
            .filter(MatchRef::isRouteGroup)
            .flatMap(it -> it.name().stream())
            .map(it -> RouteGroups.groupId(egress.meta().namespace(), it.value()))
            .toList();
    return named.isEmpty()
        ? Match.ANY
        : Match.oneOf(
            named.stream().flatMap(it -> groups.every(it).stream()).map(At::value).toList());
  }

  private void references(Egress egress) {
    for (Subject source : egress.sources()) {
      if (source.is("ServiceAccount") && source.name().isPresent()) {
        At<String> name = source.name().get();
        String namespace = source.namespace().map(At::value).orElse(egress.meta().namespace());
        refer(
            egress,
            new ResourceId("", "ServiceAccount", namespace, name.value()),
            "source account",
            name.origin());
      }
    }
    for (MatchRef match : egress.matches()) {
      String namespace = egress.meta().namespace();
      match
          .name()
          .filter(_ -> match.isRouteGroup())
          .ifPresent(it ->
              refer(
                  egress, RouteGroups.groupId(namespace, it.value()), "route group", it.origin()));
      match
          .name()
          .filter(_ -> match.isTrafficSetting())
          .ifPresent(it ->
              refer(
                  egress,
                  new ResourceId(OsmGroups.POLICY, "UpstreamTrafficSetting", namespace, it.value()),
                  "traffic setting",
                  it.origin()));
    }
  }

  private void refer(Egress egress, ResourceId to, String role, Origin origin) {
    ledger.add(new DeclaredReference(egress.meta().id(), to, role, origin));
  }
}
