package io.meshc.model.match;

import io.meshc.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which requests a route or an authorization speaks of. Closed: every reader decides every case.
///
/// A predicate on an attribute that the request does not have is false: a path on a raw TCP connection, an identity on a
/// plaintext one. So `not` of it is true there, which is a trap of several meshes and is kept on purpose.
public sealed interface Match
    permits Match.Any,
        Match.None,
        Match.OnServicePort,
        Match.OnWorkloadPort,
        Match.OnHttp,
        Match.OnMethod,
        Match.OnHost,
        Match.OnPath,
        Match.OnHeader,
        Match.OnIdentity,
        Match.OnSourceNamespace,
        Match.ChangedBy,
        Attribute,
        Match.Unclear,
        Match.Not,
        Match.All,
        Match.OneOf {
  record Any() implements Match {}

  record None() implements Match {}

  /// The port that the client called: a port of the Service.
  record OnServicePort(int port) implements Match {}

  /// The port at which the workload listens.
  record OnWorkloadPort(int port) implements Match {}

  /// The proxy reads the request as HTTP (HTTP/2 and gRPC too).
  record OnHttp() implements Match {}

  record OnMethod(TextPattern method) implements Match {
    @Override
    public boolean equals(Object other) {
      return other instanceof OnMethod that && method.equals(that.method);
    }

    @Override
    public int hashCode() {
      return method.hashCode();
    }
  }

  /// The Host or `:authority` header as it was sent, its port included; letter case does not count.
  record OnHost(TextPattern host) implements Match {}

  /// The path without its query string, after the normalization of the enforcement point.
  record OnPath(TextPattern path) implements Match {}

  /// One value of the header, each tested alone. The name is lower case.
  record OnHeader(String name, TextPattern value) implements Match {
    public OnHeader {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  /// The mutually authenticated client, as `trust-domain/ns/NAMESPACE/sa/ACCOUNT`.
  record OnIdentity(TextPattern identity) implements Match {
    /// Written out, as that of [TextPattern.Exact] and [OnMethod]: see `distinct`.
    @Override
    public boolean equals(Object other) {
      return other instanceof OnIdentity that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
      return identity.hashCode();
    }
  }

  /// The namespace of the mutually authenticated client.
  record OnSourceNamespace(TextPattern namespace) implements Match {}

  /// The path that was sent is changed by this normalization.
  record ChangedBy(PathNormalization normalization) implements Match {}

  /// Something between two matches: what `atLeast` covers is covered, what `atMost` does not cover is not, and in between
  /// the repo does not say.
  record Unclear(Match atLeast, Match atMost, String because) implements Match {}

  record Not(Match of) implements Match {}

  record All(List<Match> of) implements Match {
    public All {
      of = List.copyOf(of);
    }
  }

  record OneOf(List<Match> of) implements Match {
    public OneOf {
      of = List.copyOf(of);
    }
  }

  Match ANY = new Any();
  Match NONE = new None();

  /// The meaning. Every simplifier, analysis and back end is tested against this function on random requests.
  default Truth covers(Request request) {
    return switch (this) {
      case Any() -> Truth.YES;
      case None() -> Truth.NO;
      case OnServicePort(var port) -> Truth.of(request.servicePort() == port);
      case OnWorkloadPort(var port) -> Truth.of(request.workloadPort() == port);
      case OnHttp() -> Truth.of(request.isHttp());
      case OnMethod(var method) -> Truth.of(request.isHttp() && method.accepts(request.method()));
      case OnHost(var host) ->
          Truth.of(
              request.isHttp() && new TextPattern.IgnoreCase(host).accepts(request.authority()));
      case OnPath(var path) -> Truth.of(request.isHttp() && path.accepts(request.path()));
      case OnHeader(var name, var value) ->
          request.context().unclear().contains(name)
              ? new Truth.Unknown("what a route writes into header `" + name + "`")
              : Truth.of(
                  request.isHttp() && request.values(name).stream().anyMatch(value::accepts));
      case OnIdentity(var identity) ->
          Truth.of(request.identity().map(it -> identity.accepts(it.text())).orElse(false));
      case OnSourceNamespace(var namespace) ->
          Truth.of(request.identity().map(it -> namespace.accepts(it.namespace())).orElse(false));
      case ChangedBy(var normalization) ->
          Truth.of(request.isHttp() && request.isChangedBy(normalization));
      case Attribute attribute -> attribute.holds(request);
      case Unclear(var atLeast, var atMost, var because) ->
          between(atLeast, atMost, because, request);
      case Not(var of) -> of.covers(request).not();
      case All(var of) -> Truth.all(of, it -> it.covers(request));
      case OneOf(var of) -> Truth.any(of, it -> it.covers(request));
    };
  }

  private static Truth between(Match atLeast, Match atMost, String because, Request request) {
    if (atLeast.covers(request).isYes()) {
      return Truth.YES;
    }
    return atMost.covers(request).isNo() ? Truth.NO : new Truth.Unknown(because);
  }

  /// Conjunction, flattened, without `Any`. Does not look for contradictions: that is analysis.
  static Match all(List<Match> parts) {
    var kept =
        distinct(
            parts.stream().flatMap(Match::conjuncts).filter(it -> !(it instanceof Any)).toList());
    if (kept.stream().anyMatch(None.class::isInstance)) {
      return NONE;
    }
    return switch (kept.size()) {
      case 0 -> ANY;
      case 1 -> kept.getFirst();
      default -> new All(kept);
    };
  }

  static Match all(Match... parts) {
    return all(List.of(parts));
  }

  /// Disjunction, flattened, without `None`. Of nothing it is `None`.
  static Match oneOf(List<Match> parts) {
    var kept =
        distinct(
            parts.stream().flatMap(Match::disjuncts).filter(it -> !(it instanceof None)).toList());
    if (kept.stream().anyMatch(Any.class::isInstance)) {
      return ANY;
    }
    return switch (kept.size()) {
      case 0 -> NONE;
      case 1 -> kept.getFirst();
      default -> new OneOf(kept);
    };
  }

  /// Each once. Few are held against each other one by one, and only where they are of one class: a record's own equality is
  /// linked when it is first asked, which costs a cold start some milliseconds (decision 0009).
  private static List<Match> distinct(List<Match> all) {
    if (all.size() > 16) {
      return all.stream().distinct().toList();
    }
    var kept = new ArrayList<Match>();
    for (Match it : all) {
      boolean known = false;
      for (Match other : kept) {
        known |= other.getClass() == it.getClass() && other.equals(it);
      }
      if (!known) {
        kept.add(it);
      }
    }
    return kept;
  }

  private static Stream<Match> conjuncts(Match match) {
    return match instanceof All(var of) ? of.stream() : Stream.of(match);
  }

  private static Stream<Match> disjuncts(Match match) {
    return match instanceof OneOf(var of) ? of.stream() : Stream.of(match);
  }
}
