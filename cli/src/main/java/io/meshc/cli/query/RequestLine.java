package io.meshc.cli.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request as it was written, on the command line or as a line of JSON. `docs/query-request.schema.json` says what each
/// field means.
///
/// @param from empty for a client outside the mesh
/// @param authority empty for `to`
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
    boolean plaintext) {
  public RequestLine {
    headers = Map.copyOf(headers);
  }

  static final List<String> PROTOCOLS = List.of("http", "http2", "grpc", "tcp", "tls");
}
