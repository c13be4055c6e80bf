package io.meshc.validate.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// May this request pass, and where does it go?
///
/// @param host as the client says it: `web`, `web.shop`, `web.shop.svc.cluster.local`, an external name
/// @param port absent for the only port of the Service
/// @param http false for a raw TCP connection
/// @param authority the Host header, where it is not the host and port
/// @param path raw, with its query string
/// @param plaintext the client's proxy is bypassed
public record Question(
    Client from,
    String host,
    OptionalInt port,
    boolean http,
    String method,
    Optional<String> authority,
    String path,
    Map<String, List<String>> headers,
    boolean plaintext) {
  public Question {
    headers = Map.copyOf(headers);
  }

  public static Question get(Client from, String host, int port, String path) {
    return new Question(
        from, host, OptionalInt.of(port), true, "GET", Optional.empty(), path, Map.of(), false);
  }

  public static Question tcp(Client from, String host, int port) {
    return new Question(
        from, host, OptionalInt.of(port), false, "", Optional.empty(), "", Map.of(), false);
  }

  /// The same request, sent elsewhere.
  Question to(String other, int at) {
    return new Question(
        from, other, OptionalInt.of(at), http, method, authority, path, headers, plaintext);
  }

  public Question method(String other) {
    return new Question(from, host, port, http, other, authority, path, headers, plaintext);
  }

  public Question headers(Map<String, List<String>> other) {
    return new Question(from, host, port, http, method, authority, path, other, plaintext);
  }
}
