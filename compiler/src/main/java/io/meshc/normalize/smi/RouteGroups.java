package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.smi.HttpRouteGroup;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderMatch;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TcpRoute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.match.TextPattern.Exact;
import io.meshc.model.match.TextPattern.FullRegex;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.PathReading;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The HTTPRouteGroups and TCPRoutes of the environment, by what TrafficTargets and TrafficSplits call them.
final class RouteGroups {
  private static final String ILLEGIBLE =
      "a part of this route group cannot be read, and the API server refuses it as a whole";

  private final Map<ResourceId, HttpRouteGroup> http = new HashMap<>();
  private final Map<ResourceId, TcpRoute> tcp = new HashMap<>();
  private final Optional<PathReading> reading;

  private RouteGroups(Optional<PathReading> reading) {
    this.reading = reading;
  }

  static RouteGroups of(Resources resources, Control control, Settings settings) {
    Optional<PathReading> shown = control.osm() ? Optional.of(PathReading.FULL) : Optional.empty();
    var groups = new RouteGroups(settings.pathRegex().or(() -> shown));
    resources.of(HttpRouteGroup.class).stream()
        .filter(it -> control.serves(it.meta()))
        .forEach(it -> groups.http.put(it.meta().id(), it));
    resources.of(TcpRoute.class).stream()
        .filter(it -> control.serves(it.meta()))
        .forEach(it -> groups.tcp.put(it.meta().id(), it));
    return groups;
  }

  static ResourceId groupId(String namespace, String name) {
    return new ResourceId(SmiGroups.SPECS, "HTTPRouteGroup", namespace, name);
  }

  static ResourceId tcpId(String namespace, String name) {
    return new ResourceId(SmiGroups.SPECS, "TCPRoute", namespace, name);
  }

  static ResourceId matchId(ResourceId group, String match) {
    return new ResourceId(
        group.group(), group.kind(), group.namespace(), group.name() + "#" + match);
  }

  /// The parts that references may name.
  void declare(Ledger ledger) {
    for (HttpRouteGroup group : http.values()) {
      for (At<HttpMatch> match : group.matches()) {
        match.value().name().ifPresent(it -> ledger.exists(matchId(group.meta().id(), it.value())));
      }
    }
  }

  Optional<TcpRoute> tcp(ResourceId id) {
    return Optional.ofNullable(tcp.get(id));
  }

  boolean has(ResourceId group) {
    return http.containsKey(group);
  }

  /// Every match of a group, each at its own place. Of two matches of one name the last one counts, as in the maps of Open
  /// Service Mesh; one without a name counts too.
  List<At<Match>> all(ResourceId group) {
    var kept = new ArrayDeque<At<HttpMatch>>();
    var names = new HashSet<String>();
    for (At<HttpMatch> it :
        Optional.ofNullable(http.get(group))
            .map(HttpRouteGroup::matches)
            .orElse(List.of())
            .reversed()) {
      if (it.value().name().map(name -> names.add(name.value())).orElse(true)) {
        kept.addFirst(it);
      }
    }
    return kept.stream().map(it -> match(it, isLegible(group))).toList();
  }

  /// Every match of a group, also those of one name: what goes through a group without asking for names.
  List<At<Match>> every(ResourceId group) {
    return Optional.ofNullable(http.get(group)).stream()
        .flatMap(it -> it.matches().stream())
        .map(it -> match(it, isLegible(group)))
        .toList();
  }

  private boolean isLegible(ResourceId group) {
    return Optional.ofNullable(http.get(group)).stream()
        .flatMap(it -> it.matches().stream())
        .allMatch(it -> it.value().legible());
  }

  Optional<At<Match>> named(ResourceId group, String name) {
    return Optional.ofNullable(http.get(group)).stream()
        .flatMap(it -> it.matches().reversed().stream())
        .filter(it -> it.value().name().filter(is -> is.value().equals(name)).isPresent())
        .findFirst()
        .map(it -> match(it, isLegible(group)));
  }

  /// Path, method and all headers at once. It never covers a raw TCP connection.
  private At<Match> match(At<HttpMatch> at, boolean legible) {
    HttpMatch match = at.value();
    var parts = new ArrayList<Match>();
    parts.add(new Match.OnHttp());
    match.pathRegex().ifPresent(it -> parts.add(ReadPath.read(it.value(), reading)));
    parts.add(match.legible() ? methods(match.methods()) : Match.ANY);
    lastOfEach(match.headers()).forEach(it -> parts.add(header(it)));
    Match read = Match.all(parts);
    return at.with(legible ? read : new Match.Unclear(Match.NONE, read, ILLEGIBLE));
  }

  private static Collection<HeaderMatch> lastOfEach(List<HeaderMatch> headers) {
    var byName = new LinkedHashMap<String, HeaderMatch>();
    headers.forEach(it -> byName.put(it.name().value(), it));
    return byName.values();
  }

  private static Match methods(List<At<String>> methods) {
    boolean any = methods.isEmpty() || methods.stream().anyMatch(it -> it.value().equals("*"));
    return any
        ? Match.ANY
        : Match.oneOf(
            methods.stream().<Match>map(it -> new Match.OnMethod(new Exact(it.value()))).toList());
  }

  /// Header values are matched as a whole by Open Service Mesh, and SMI's text does not say otherwise.
  private static Match header(HeaderMatch header) {
    return Regex.of(header.regex().value())
        .<Match>map(it -> new Match.OnHeader(header.name().value(), new FullRegex(it)))
        .orElseGet(() -> ReadPath.invalid(header.regex().value()));
  }

  /// What a rule of a TrafficTarget means that lists no matches.
  enum Unlisted {
    /// All of the group, as SMI has it.
    ALL,
    /// Nothing: Open Service Mesh goes through an empty list.
    NONE
  }

  /// The matches that a rule of a TrafficTarget lists.
  List<At<Match>> listed(ResourceId group, List<At<String>> names, Unlisted unlisted) {
    if (names.isEmpty()) {
      return unlisted == Unlisted.ALL ? all(group) : List.of();
    }
    return names.stream().flatMap(it -> named(group, it.value()).stream()).toList();
  }

  /// A pattern for the whole of a text.
  static TextPattern exactly(String text) {
    return new Exact(text);
  }
}
