package io.meshc.model.match;

import java.util.List;
import java.util.stream.Collectors;

/// A match as a person would say it, for messages and reports.
public final class MatchText {
  private MatchText() {}

  public static String of(Match match) {
    return switch (match) {
      case Match.Any() -> "any request";
      case Match.None() -> "no request";
      case Match.OnServicePort(var port) -> "service port " + port;
      case Match.OnWorkloadPort(var port) -> "workload port " + port;
      case Match.OnHttp() -> "HTTP";
      case Match.OnMethod(var method) -> "method " + method.described();
      case Match.OnHost(var host) -> "host " + host.described();
      case Match.OnPath(var path) -> "path " + path.described();
      case Match.OnHeader(var name, var value) -> "header `" + name + "` " + value.described();
      case Match.OnIdentity(var identity) -> "client " + identity.described();
      case Match.OnSourceNamespace(var namespace) -> "client namespace " + namespace.described();
      case Match.ChangedBy(var normalization) ->
          "a path that " + normalization + " normalization changes";
      case Attribute attribute -> attribute.described();
      case Match.Unclear(var _, var _, var because) -> "something unknown (" + because + ")";
      case Match.Not(var of) -> "not (" + of(of) + ")";
      case Match.All(var of) -> joined(of, " and ");
      case Match.OneOf(var of) -> joined(of, " or ");
    };
  }

  private static String joined(List<Match> parts, String with) {
    return parts.stream()
        .map(it -> it instanceof Match.OneOf ? "(" + of(it) + ")" : of(it))
        .collect(Collectors.joining(with));
  }
}
