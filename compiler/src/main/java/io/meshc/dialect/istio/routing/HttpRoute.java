package io.meshc.dialect.istio.routing;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.Headers;
import io.meshc.dialect.istio.routing.VirtualService.RouteDestination;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// @param match alternatives; none for every request
/// @param mirrorPercent with `mirrorPercentOld`, the field as `mirror_percent`: both out of use
public record HttpRoute(
    Optional<At<String>> name,
    List<HttpMatch> match,
    List<RouteDestination> route,
    Optional<Redirect> redirect,
    Optional<DirectResponse> directResponse,
    Optional<Delegate> delegate,
    Optional<Rewrite> rewrite,
    Optional<At<String>> timeout,
    Optional<Retries> retries,
    Optional<Fault> fault,
    Optional<Destination> mirror,
    List<Mirror> mirrors,
    Optional<At<Long>> mirrorPercent,
    Optional<At<Long>> mirrorPercentOld,
    Optional<Percent> mirrorPercentage,
    Optional<CorsPolicy> corsPolicy,
    Optional<Headers> headers,
    Origin origin) {
  public HttpRoute {
    match = List.copyOf(match);
    route = List.copyOf(route);
    mirrors = List.copyOf(mirrors);
  }

  /// One that sends on, and does nothing else.
  public static HttpRoute to(
      List<HttpMatch> match,
      List<RouteDestination> route,
      Optional<Retries> retries,
      Origin origin) {
    return new HttpRoute(
        Optional.empty(),
        match,
        route,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        retries,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin);
  }

  /// Where the port of a redirect comes from.
  public enum PortOrigin {
    FROM_PROTOCOL_DEFAULT,
    FROM_REQUEST_PORT
  }

  /// What happens to a preflight request of an origin that is not allowed.
  public enum Preflights {
    UNSPECIFIED,
    FORWARD,
    IGNORE
  }

  /// Another VirtualService, whose routes take this one's place.
  public record Delegate(
      Optional<At<String>> name, Optional<At<String>> namespace, Origin origin) {}

  public record Redirect(
      Optional<At<String>> uri,
      Optional<At<String>> prefixRewrite,
      Optional<At<String>> authority,
      Optional<At<Long>> port,
      Optional<At<PortOrigin>> derivePort,
      Optional<At<String>> scheme,
      Optional<At<Long>> redirectCode,
      Origin origin) {}

  public record DirectResponse(Optional<At<Long>> status, Optional<Body> body, Origin origin) {}

  /// @param bytes in base64
  public record Body(Optional<At<String>> string, Optional<At<String>> bytes, Origin origin) {}

  public record Rewrite(
      Optional<At<String>> uri,
      Optional<At<String>> authority,
      Optional<RegexRewrite> uriRegexRewrite,
      Origin origin) {}

  public record RegexRewrite(
      Optional<At<String>> match, Optional<At<String>> rewrite, Origin origin) {}

  /// @param attempts absent for the mesh's default
  public record Retries(
      Optional<At<Long>> attempts,
      Optional<At<String>> perTryTimeout,
      Optional<At<String>> retryOn,
      Optional<At<Boolean>> retryRemoteLocalities,
      Optional<At<Boolean>> retryIgnorePreviousHosts,
      Optional<At<String>> backoff,
      Origin origin) {

    public static Retries attempts(At<Long> attempts) {
      return new Retries(
          Optional.of(attempts),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          attempts.origin());
    }
  }

  /// What is done to requests on purpose.
  public record Fault(Optional<Delay> delay, Optional<Abort> abort, Origin origin) {}

  public record Delay(
      Optional<At<Long>> percent,
      Optional<At<String>> fixedDelay,
      Optional<At<String>> exponentialDelay,
      Optional<Percent> percentage,
      Origin origin) {}

  public record Abort(
      Optional<At<Long>> httpStatus,
      Optional<At<String>> grpcStatus,
      Optional<At<String>> http2Error,
      Optional<Percent> percentage,
      Origin origin) {}

  /// @param value 0 to 100; absent is 0
  public record Percent(Optional<At<BigDecimal>> value, Origin origin) {}

  public record Mirror(
      Optional<Destination> destination, Optional<Percent> percentage, Origin origin) {}

  /// @param allowOrigin out of use, for `allowOrigins`
  public record CorsPolicy(
      List<At<String>> allowOrigin,
      List<StringMatch> allowOrigins,
      List<At<String>> allowMethods,
      List<At<String>> allowHeaders,
      List<At<String>> exposeHeaders,
      Optional<At<String>> maxAge,
      Optional<At<Boolean>> allowCredentials,
      Optional<At<Preflights>> unmatchedPreflights,
      Origin origin) {
    public CorsPolicy {
      allowOrigin = List.copyOf(allowOrigin);
      allowOrigins = List.copyOf(allowOrigins);
      allowMethods = List.copyOf(allowMethods);
      allowHeaders = List.copyOf(allowHeaders);
      exposeHeaders = List.copyOf(exposeHeaders);
    }
  }
}
