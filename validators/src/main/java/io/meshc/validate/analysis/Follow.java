package io.meshc.validate.analysis;

import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.Route;
import io.meshc.model.Route.Edit;
import io.meshc.model.Route.Rule;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Mismatch;
import io.meshc.model.match.Truth;
import io.meshc.source.ResourceId;
import io.meshc.validate.question.Decision.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules of routes, held against a request one after the other.
///
/// What the proxy knows before any request comes (its own Pod, the gateway that it is, the port that it listens at) is settled
/// first: a rule that can match nothing there is not there at all.
final class Follow {
  private Follow() {}

  /// @param resource that says the rule
  record Owned(ResourceId resource, Rule rule) {}

  /// The rules of a route that are left for this proxy and port.
  static List<Owned> left(Route route, Request request) {
    return route.rules().stream()
        .filter(it -> !(settled(it.match().value(), request) instanceof Match.None))
        .map(it -> new Owned(it.owner().orElse(route.resource()), it))
        .toList();
  }

  /// A match with everything decided that does not depend on the single request.
  static Match settled(Match match, Request request) {
    return switch (match) {
      case Match.OnServicePort _,
          Attribute.ClientLabels _,
          Attribute.ClientNamespace _,
          Attribute.Listener _ ->
          match.covers(request).isYes() ? Match.ANY : Match.NONE;
      case Match.All(var of) -> Match.all(of.stream().map(it -> settled(it, request)).toList());
      case Match.OneOf(var of) -> Match.oneOf(of.stream().map(it -> settled(it, request)).toList());
      case Match.Not(var of) -> not(settled(of, request));
      default -> match;
    };
  }

  private static Match not(Match of) {
    if (of instanceof Match.Any) {
      return Match.NONE;
    }
    return of instanceof Match.None ? Match.ANY : new Match.Not(of);
  }

  /// @param rule the first that covers the request; empty if none does
  /// @param unknown what would have to be known to tell; `""` if it is known
  record Found(Optional<Owned> rule, String unknown) {}

  static Found first(List<Owned> rules, Request request, List<Step> steps) {
    for (Owned owned : rules) {
      Match match = owned.rule().match().value();
      Truth truth = match.covers(request);
      String because =
          switch (truth) {
            case Truth.Yes _ -> "routes the request";
            case Truth.No _ -> Mismatch.of(match, request).orElse("does not cover it");
            case Truth.Unknown(var cause) -> "may cover it: " + cause;
          };
      steps.add(
          new Step(
              "routing",
              Optional.of(owned.resource()),
              owned.rule().match().origin(),
              truth.isYes(),
              because));
      if (truth instanceof Truth.Unknown(var cause)) {
        return new Found(Optional.empty(), cause);
      }
      if (truth.isYes()) {
        return new Found(Optional.of(owned), "");
      }
    }
    return new Found(Optional.empty(), "");
  }

  /// Whether the proxy answers by itself: a preflight request of an origin that is allowed.
  static boolean isPreflight(Rule rule, Request request) {
    List<String> origins = request.values("origin");
    return isPreflight(request)
        && rule.cors()
            .filter(it ->
                it.value().answersOthers()
                    || it.value().origins().stream()
                        .anyMatch(origin -> origins.stream().anyMatch(origin::accepts)))
            .isPresent();
  }

  static boolean isPreflight(Request request) {
    return request.method().equals("OPTIONS")
        && !request.values("origin").isEmpty()
        && !request.values("access-control-request-method").isEmpty();
  }

  /// The request as the backend gets it.
  static Request edited(Request request, List<Edit> edits) {
    String authority = request.authority();
    String path = request.path();
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    var unclear = new HashSet<>(request.context().unclear());
    for (Edit edit : edits) {
      switch (edit) {
        case Edit.PathStart(var from, var to) -> path = start(path, from, to);
        case Edit.PathElements(var from, var to) -> path = elements(path, from, to);
        case Edit.WholePath(var to) -> path = to;
        case Edit.PathRegex(var regex, var to) -> path = regex.replaceAll(path, to);
        case Edit.Authority(var to) -> authority = to;
        case Edit.SetHeader(var name, var value) -> {
          headers.put(name, List.of(value));
          unclear.remove(name);
        }
        case Edit.AddHeader(var name, var value) ->
            headers.merge(name, List.of(value), Follow::both);
        case Edit.RemoveHeader(var name) -> {
          headers.remove(name);
          unclear.remove(name);
        }
        case Edit.Compute(var name) -> unclear.add(name);
      }
    }
    Context context = request.context().unclear(unclear);
    return edits.isEmpty() ? request : request.rewritten(authority, path, headers).in(context);
  }

  private static List<String> both(List<String> before, List<String> next) {
    var all = new ArrayList<>(before);
    all.addAll(next);
    return all;
  }

  private static String elements(String path, String from, String to) {
    String left = path.length() > from.length() ? path.substring(from.length()) : "";
    String start = to.endsWith("/") ? to.substring(0, to.length() - 1) : to;
    String joined = left.isEmpty() || left.startsWith("/") ? start + left : start + "/" + left;
    return joined.isEmpty() ? "/" : joined;
  }

  /// The prefix may stand in another case, where the match ignores it.
  private static String start(String path, String from, String to) {
    return path.length() >= from.length() ? to + path.substring(from.length()) : to;
  }
}
