package io.meshc.normalize.istio;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.HttpRoute.Delegate;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The routes of a VirtualService with those of its delegates in their places.
///
/// A delegate that is missing, or that is not meant for the namespace of the root, leaves a gap. A route whose matches fit into
/// none of the root's vanishes whole. Source: istio.io, "VirtualService", Delegate; istio/istio, pilot/pkg/model, virtual services.
final class Delegates {
  private final Map<String, VirtualService> byName = new HashMap<>();
  private final List<At<String>> defaultExportTo;

  /// @param defaultExportTo of MeshConfig
  Delegates(List<VirtualService> all, List<At<String>> defaultExportTo) {
    this.defaultExportTo = defaultExportTo;
    for (VirtualService it : all) {
      if (it.hosts().isEmpty()) {
        byName.put(it.meta().namespace() + "/" + it.meta().name(), it);
      }
    }
  }

  /// @param namespace of the VirtualService that says the route
  record Owned(HttpRoute route, String namespace) {}

  List<Owned> routes(VirtualService root) {
    var routes = new ArrayList<Owned>();
    for (HttpRoute route : root.http()) {
      if (route.delegate().isEmpty()) {
        routes.add(new Owned(route, root.meta().namespace()));
      } else {
        routes.addAll(delegated(route, route.delegate().get(), root));
      }
    }
    return routes;
  }

  private List<Owned> delegated(HttpRoute route, Delegate named, VirtualService root) {
    String namespace =
        named
            .namespace()
            .map(At::value)
            .filter(it -> !it.isEmpty())
            .orElse(root.meta().namespace());
    VirtualService delegate = byName.get(namespace + "/" + named.name().map(At::value).orElse(""));
    if (delegate == null || !isFor(delegate, root.meta().namespace())) {
      return List.of();
    }
    var routes = new ArrayList<Owned>();
    for (HttpRoute it : delegate.http()) {
      List<HttpMatch> outer = whole(route.match(), root.meta().namespace());
      merged(route, outer, it).ifPresent(both -> routes.add(new Owned(both, namespace)));
    }
    return routes;
  }

  private boolean isFor(VirtualService delegate, String namespace) {
    List<At<String>> exportTo =
        delegate.exportTo().isEmpty() ? defaultExportTo : delegate.exportTo();
    Optional<Set<String>> namespaces = IstioPlane.namespaces(exportTo, delegate.meta());
    return namespaces.map(it -> it.contains(namespace)).orElse(true);
  }

  /// With the names of Gateways written out, as they are short in another namespace than the delegate's.
  private static List<HttpMatch> whole(List<HttpMatch> matches, String namespace) {
    var names = new HttpMatches(namespace);
    return matches.stream()
        .map(it -> it.at(it.gateways().stream().map(at -> at.map(names::listener)).toList()))
        .toList();
  }

  private static Optional<HttpRoute> merged(HttpRoute root, List<HttpMatch> outer, HttpRoute leaf) {
    Optional<List<HttpMatch>> match = matches(outer, leaf.match());
    return match.map(it ->
        new HttpRoute(
            leaf.name(),
            it,
            leaf.route(),
            leaf.redirect(),
            leaf.directResponse(),
            Optional.empty(),
            leaf.rewrite().or(root::rewrite),
            leaf.timeout().or(root::timeout),
            leaf.retries().or(root::retries),
            leaf.fault().or(root::fault),
            leaf.mirror().or(root::mirror),
            leaf.mirrors().isEmpty() ? root.mirrors() : leaf.mirrors(),
            leaf.mirrorPercent().or(root::mirrorPercent),
            leaf.mirrorPercentOld().or(root::mirrorPercentOld),
            leaf.mirrorPercentage().or(root::mirrorPercentage),
            leaf.corsPolicy().or(root::corsPolicy),
            leaf.headers().or(root::headers),
            leaf.origin()));
  }

  /// Each match of the leaf within each of the root's that it fits into; empty if one fits into none.
  private static Optional<List<HttpMatch>> matches(List<HttpMatch> root, List<HttpMatch> leaf) {
    if (root.isEmpty() || leaf.isEmpty()) {
      return Optional.of(root.isEmpty() ? leaf : root);
    }
    var all = new ArrayList<HttpMatch>();
    for (HttpMatch inner : leaf) {
      List<HttpMatch> fitting =
          root.stream().filter(it -> !conflict(it, inner)).map(it -> within(it, inner)).toList();
      if (fitting.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(fitting);
    }
    return Optional.of(all);
  }

  private static HttpMatch within(HttpMatch root, HttpMatch leaf) {
    return new HttpMatch(
        leaf.name().or(root::name),
        leaf.uri().or(root::uri),
        leaf.scheme().or(root::scheme),
        leaf.method().or(root::method),
        leaf.authority().or(root::authority),
        both(root.headers(), leaf.headers()),
        both(root.withoutHeaders(), leaf.withoutHeaders()),
        both(root.queryParams(), leaf.queryParams()),
        leaf.ignoreUriCase().or(root::ignoreUriCase),
        leaf.port().or(root::port),
        both(root.sourceLabels(), leaf.sourceLabels()),
        leaf.sourceNamespace().or(root::sourceNamespace),
        leaf.gateways().isEmpty() ? root.gateways() : leaf.gateways(),
        leaf.statPrefix().or(root::statPrefix),
        leaf.origin());
  }

  private static <T> Map<String, T> both(Map<String, T> root, Map<String, T> leaf) {
    var all = new HashMap<>(root);
    all.putAll(leaf);
    return all;
  }

  private static boolean conflict(HttpMatch root, HttpMatch leaf) {
    boolean strings =
        conflict(root.uri(), leaf.uri())
            || conflict(root.scheme(), leaf.scheme())
            || conflict(root.method(), leaf.method())
            || conflict(root.authority(), leaf.authority())
            || conflict(root.headers(), leaf.headers())
            || conflict(root.withoutHeaders(), leaf.withoutHeaders())
            || conflict(root.queryParams(), leaf.queryParams());
    boolean folding = folds(root) != folds(leaf);
    boolean port =
        root.port().isPresent() && leaf.port().isPresent() && !root.port().equals(leaf.port());
    boolean namespace =
        root.sourceNamespace().isPresent()
            && !root.sourceNamespace().equals(leaf.sourceNamespace());
    boolean labels =
        leaf.sourceLabels().entrySet().stream()
            .anyMatch(it ->
                root.sourceLabels().containsKey(it.getKey())
                    && !Objects.equals(root.sourceLabels().get(it.getKey()), it.getValue()));
    boolean gateways = !root.gateways().isEmpty() && !root.gateways().containsAll(leaf.gateways());
    return strings || folding || port || namespace || labels || gateways;
  }

  private static boolean folds(HttpMatch match) {
    return match.ignoreUriCase().map(At::value).orElse(false);
  }

  private static boolean conflict(Map<String, StringMatch> root, Map<String, StringMatch> leaf) {
    return leaf.entrySet().stream()
        .anyMatch(
            it -> conflict(Optional.ofNullable(root.get(it.getKey())), Optional.of(it.getValue())));
  }

  /// A regex fits beside nothing; an exact text only beside itself; a prefix takes what begins with it.
  private static boolean conflict(Optional<StringMatch> root, Optional<StringMatch> leaf) {
    if (root.isEmpty() || leaf.isEmpty()) {
      return false;
    }
    return switch (root.get()) {
      case StringMatch.Present _ -> false;
      case StringMatch.Regex _ -> !(leaf.get() instanceof StringMatch.Present);
      case StringMatch.Exact(var text) ->
          !(leaf.get() instanceof StringMatch.Exact(var other) && other.equals(text));
      case StringMatch.Prefix(var text) -> !beginsWith(leaf.get(), text.value());
    };
  }

  private static boolean beginsWith(StringMatch leaf, String prefix) {
    return switch (leaf) {
      case StringMatch.Exact(var text) -> text.value().startsWith(prefix);
      case StringMatch.Prefix(var text) -> text.value().startsWith(prefix);
      case StringMatch.Regex _, StringMatch.Present _ -> false;
    };
  }
}
