package io.meshc.normalize.gateway;

/// How specific the match of a rule is: of all rules that cover a request the most specific decides, whatever order they are written in.
///
/// Source: gateway-api.sigs.k8s.io, HTTPRouteRule, "matches": an exact path, the longest prefix, a method, the most headers, the most query
/// parameters. Where regular expressions stand is left to implementations; Istio has them behind all prefixes, the longer
/// text first (measured).
public record Rank(Kind path, int length, boolean method, int headers, int queries)
    implements Comparable<Rank> {

  /// The more specific one first.
  public enum Kind {
    EXACT,
    PREFIX,
    REGEX
  }

  @Override
  public int compareTo(Rank other) {
    int order = Integer.compare(path.ordinal(), other.path.ordinal());
    order = order != 0 ? order : Integer.compare(other.length, length);
    order = order != 0 ? order : Boolean.compare(other.method, method);
    order = order != 0 ? order : Integer.compare(other.headers, headers);
    return order != 0 ? order : Integer.compare(other.queries, queries);
  }
}
