package io.meshc.model;

import io.meshc.model.match.PathNormalization;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request or connection, seen from one enforcement point.
///
/// @param identity what mutual TLS proves of the client; empty for plaintext
/// @param servicePort the port that the client called
/// @param workloadPort the port at which the server listens; 0 where it is not known yet
/// @param protocol how the proxy reads it: [Protocol#HTTP] or [Protocol#TCP]
/// @param authority the Host header; of TCP the empty text
/// @param rawPath as it was sent, with its query string; of TCP the empty text
/// @param path without the query string, as this enforcement point normalizes it
/// @param headers names in lower case; every value of a repeated header apart
public record Request(
    Optional<Identity> identity,
    int servicePort,
    int workloadPort,
    Protocol protocol,
    String method,
    String authority,
    String rawPath,
    String path,
    Map<String, List<String>> headers) {
  public Request {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Collections.unmodifiableMap(lower);
  }

  public boolean isHttp() {
    return protocol == Protocol.HTTP;
  }

  /// The values of a header, `host` and `:authority` being the same.
  public List<String> values(String name) {
    return switch (name) {
      case "host", ":authority" -> isHttp() ? List.of(authority) : List.of();
      case ":method" -> isHttp() ? List.of(method) : List.of();
      case ":path" -> isHttp() ? List.of(rawPath) : List.of();
      default -> headers.getOrDefault(name, List.of());
    };
  }

  public boolean isChangedBy(PathNormalization normalization) {
    String sent = withoutQuery(rawPath);
    return !normalization.apply(sent).equals(sent);
  }

  /// The same request at an enforcement point that normalizes so.
  public Request normalized(PathNormalization by) {
    return new Request(
        identity,
        servicePort,
        workloadPort,
        protocol,
        method,
        authority,
        rawPath,
        by.apply(withoutQuery(rawPath)),
        headers);
  }

  public Request from(Optional<Identity> client) {
    return new Request(
        client, servicePort, workloadPort, protocol, method, authority, rawPath, path, headers);
  }

  public Request at(int listeningPort) {
    return new Request(
        identity, servicePort, listeningPort, protocol, method, authority, rawPath, path, headers);
  }

  public Request readAs(Protocol other) {
    return new Request(
        identity, servicePort, workloadPort, other, method, authority, rawPath, path, headers);
  }

  public static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
