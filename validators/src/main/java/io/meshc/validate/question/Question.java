package io.meshc.validate.question;

import io.meshc.model.proxy.Token;
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
/// @param more what few questions say
public record Question(
    Client from,
    String host,
    OptionalInt port,
    boolean http,
    String method,
    Optional<String> authority,
    String path,
    Map<String, List<String>> headers,
    boolean plaintext,
    More more) {
  public Question {
    headers = Map.copyOf(headers);
  }

  /// One with nothing more to say.
  public Question(
      Client from,
      String host,
      OptionalInt port,
      boolean http,
      String method,
      Optional<String> authority,
      String path,
      Map<String, List<String>> headers,
      boolean plaintext) {
    this(from, host, port, http, method, authority, path, headers, plaintext, More.NOTHING);
  }

  /// What few questions say.
  ///
  /// @param scheme `https` for HTTP within TLS of the client's own
  /// @param sni the server name that a TLS client asks for
  /// @param sourceIp of the client, as the first proxy sees it
  /// @param remoteIp of the client behind proxies, where it is not what the proxies make out
  /// @param via the gateway that it comes through
  public record More(
      Optional<String> scheme,
      Optional<String> sni,
      Optional<String> sourceIp,
      Optional<String> remoteIp,
      Bearer bearer,
      Optional<Gateway> via) {
    /// What stands in the place of a scheme where the question is about datagrams.
    public static final String UDP = "udp";

    public static final More NOTHING =
        new More(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Bearer(Signature.NONE, new Token(Map.of())),
            Optional.empty());
  }

  /// The workload of a gateway.
  public record Gateway(String namespace, String name) {}

  /// What the `Authorization` header holds beside a token is not said here.
  public record Bearer(Signature signature, Token token) {}

  public enum Signature {
    /// No token at all.
    NONE,
    VALID,
    INVALID
  }

  public static Question get(Client from, String host, int port, String path) {
    return new Question(
        from, host, OptionalInt.of(port), true, "GET", Optional.empty(), path, Map.of(), false);
  }

  public static Question tcp(Client from, String host, int port) {
    return new Question(
        from, host, OptionalInt.of(port), false, "", Optional.empty(), "", Map.of(), false);
  }

  /// The same request of another client.
  public Question by(Client other) {
    return new Question(other, host, port, http, method, authority, path, headers, plaintext, more);
  }

  /// The same request, sent elsewhere.
  public Question to(String other, int at) {
    return new Question(
        from, other, OptionalInt.of(at), http, method, authority, path, headers, plaintext, more);
  }

  /// The same request past the client's proxy.
  public Question bare() {
    return new Question(from, host, port, http, method, authority, path, headers, true, more);
  }

  public Question method(String other) {
    return new Question(from, host, port, http, other, authority, path, headers, plaintext, more);
  }

  /// @param other raw, with its query string
  public Question path(String other) {
    return new Question(from, host, port, http, method, authority, other, headers, plaintext, more);
  }

  public Question headers(Map<String, List<String>> other) {
    return new Question(from, host, port, http, method, authority, path, other, plaintext, more);
  }
}
