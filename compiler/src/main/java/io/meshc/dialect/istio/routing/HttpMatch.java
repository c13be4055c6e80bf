package io.meshc.dialect.istio.routing;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All of what is there.
///
/// @param withoutHeaders none of which may match
/// @param ignoreUriCase of `uri`, unless that is a regex
/// @param sourceLabels with `sourceNamespace`, of the client's Pod: for the mesh alone
public record HttpMatch(
    Optional<At<String>> name,
    Optional<StringMatch> uri,
    Optional<StringMatch> scheme,
    Optional<StringMatch> method,
    Optional<StringMatch> authority,
    Map<String, StringMatch> headers,
    Map<String, StringMatch> withoutHeaders,
    Map<String, StringMatch> queryParams,
    Optional<At<Boolean>> ignoreUriCase,
    Optional<At<Long>> port,
    Map<String, At<String>> sourceLabels,
    Optional<At<String>> sourceNamespace,
    List<At<String>> gateways,
    Optional<At<String>> statPrefix,
    Origin origin) {
  public HttpMatch {
    gateways = List.copyOf(gateways);
    headers = Map.copyOf(headers);
    withoutHeaders = Map.copyOf(withoutHeaders);
    queryParams = Map.copyOf(queryParams);
    sourceLabels = Map.copyOf(sourceLabels);
  }

  /// The same for other gateways.
  public HttpMatch at(List<At<String>> others) {
    return new HttpMatch(
        name,
        uri,
        scheme,
        method,
        authority,
        headers,
        withoutHeaders,
        queryParams,
        ignoreUriCase,
        port,
        sourceLabels,
        sourceNamespace,
        others,
        statPrefix,
        origin);
  }

  /// One at a port.
  public static HttpMatch of(
      Optional<StringMatch> uri,
      Optional<StringMatch> method,
      Optional<StringMatch> authority,
      Map<String, StringMatch> headers,
      Map<String, StringMatch> withoutHeaders,
      At<Long> port,
      Origin origin) {
    return new HttpMatch(
        Optional.empty(),
        uri,
        Optional.empty(),
        method,
        authority,
        headers,
        withoutHeaders,
        Map.of(),
        Optional.empty(),
        Optional.of(port),
        Map.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        origin);
  }
}
