package io.meshc.cli.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request as it was written, on the command line or as a line of JSON. `docs/query-request.schema.json` says what each
/// field means.
///
/// @param from empty for a client outside the mesh
/// @param authority empty for `to`
/// @param token `none`, `valid` or `invalid`
/// @param claims of the token
/// @param environment that the client stands in; `""` where there is one, or another option names it
/// @param via the gateway that it comes through; `""` for none
public record RequestLine(
    String id,
    Optional<String> from,
    String to,
    String protocol,
    String method,
    Optional<String> authority,
    String path,
    Map<String, List<String>> headers,
    String via,
    boolean plaintext,
    Optional<String> scheme,
    Optional<String> sni,
    Optional<String> sourceIp,
    Optional<String> remoteIp,
    String token,
    Map<String, Object> claims,
    String environment) {
  public RequestLine {
    headers = Map.copyOf(headers);
    claims = Map.copyOf(claims);
  }

  static final List<String> PROTOCOLS = List.of("http", "http2", "grpc", "tcp", "tls", "udp");
}
