package io.meshc.model.match;

/// What a proxy does to a path before any rule sees it. Each enforcement point has its own; the request carries the
/// path as it was sent. Source: Istio's path normalization options, research note on measured Istio traffic, fact 4.
public enum PathNormalization {
  /// The path as it was sent.
  NONE,
  /// RFC 3986: dot segments, `\` as `/`, and percent-encoded unreserved characters.
  BASE,
  /// BASE, and runs of `/` as one.
  MERGE_SLASHES,
  /// MERGE_SLASHES after `%2F` and `%5C` were decoded.
  DECODE_AND_MERGE_SLASHES;

  /// The path as the rules see it. In: a path without its query string.
  public String apply(String path) {
    return switch (this) {
      case NONE -> path;
      case BASE -> NormalPath.base(path);
      case MERGE_SLASHES -> NormalPath.mergeSlashes(NormalPath.base(path));
      case DECODE_AND_MERGE_SLASHES ->
          NormalPath.mergeSlashes(NormalPath.base(NormalPath.decodeSlashes(path)));
    };
  }
}
