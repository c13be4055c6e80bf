package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `specs.smi-spec.io` HTTPRouteGroup: named sets of HTTP requests.
public record HttpRouteGroup(Meta meta, List<At<HttpMatch>> matches) implements Resource {
  public HttpRouteGroup {
    matches = List.copyOf(matches);
  }

  /// What is absent does not matter; several headers must all match.
  ///
  /// @param methods empty means all, and so does `*`
  /// @param headers of one name the last one counts
  /// @param legible false where a part of it could not be read, so that nobody knows what it covers
  public record HttpMatch(
      Optional<At<String>> name,
      Optional<At<String>> pathRegex,
      List<At<String>> methods,
      List<HeaderMatch> headers,
      HeaderForm headerForm,
      boolean legible) {
    public HttpMatch {
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
    }
  }

  public record HeaderMatch(At<String> name, At<String> regex) {}

  /// There are two ways to write headers. The SMI text and the CRDs of its controller SDK have a mapping; the Go SDK and Open
  /// Service Mesh have a list of mappings with one key each.
  public enum HeaderForm {
    NONE,
    MAPPING,
    LIST
  }
}
