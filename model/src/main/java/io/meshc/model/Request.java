package io.meshc.model;

import io.meshc.model.match.PathNormalization;
import io.meshc.model.proxy.Token;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
/// @param context what only some meshes look at
public record Request(
    Optional<Identity> identity,
    int servicePort,
    int workloadPort,
    Protocol protocol,
    String method,
    String authority,
    String rawPath,
    String path,
    Map<String, List<String>> headers,
    Context context) {
  public Request {
    var lower = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Collections.unmodifiableMap(lower);
  }

  /// Of which nothing is known beyond the request itself.
  public Request(
      Optional<Identity> identity,
      int servicePort,
      int workloadPort,
      Protocol protocol,
      String method,
      String authority,
      String rawPath,
      String path,
      Map<String, List<String>> headers) {
    this(
        identity,
        servicePort,
        workloadPort,
        protocol,
        method,
        authority,
        rawPath,
        path,
        headers,
        Context.NOTHING);
  }

  /// What surrounds a request.
  ///
  /// @param scheme `http` or `https`, as the client says it; empty where it is not known
  /// @param sni the server name that a TLS client asks for
  /// @param sourceAddress of the peer that this enforcement point sees; empty where it is not known
  /// @param remoteAddress of the client, behind the proxies that this enforcement point trusts
  /// @param token the verified token, where this enforcement point verifies any
  /// @param pod of the client, as its own proxy knows it
  /// @param listener the proxy that takes it: [#MESH], or the Gateway `namespace/name`
  /// @param unclear headers whose values a route computes, in lower case
  public record Context(
      Optional<String> scheme,
      Optional<String> sni,
      Optional<String> sourceAddress,
      Optional<String> remoteAddress,
      Optional<Token> token,
      Optional<Pod> pod,
      String listener,
      Set<String> unclear) {
    public static final String MESH = "mesh";

    public static final Context NOTHING =
        new Context(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MESH,
            Set.of());

    public Context {
      unclear = Set.copyOf(unclear);
    }

    public Context verified(Optional<Token> other) {
      return new Context(scheme, sni, sourceAddress, remoteAddress, other, pod, listener, unclear);
    }

    public Context from(Optional<String> source, Optional<String> remote) {
      return new Context(scheme, sni, source, remote, token, pod, listener, unclear);
    }

    /// Of a client that is this Pod.
    public Context of(Pod client) {
      return new Context(
          scheme, sni, sourceAddress, remoteAddress, token, Optional.of(client), listener, unclear);
    }

    public Context at(String otherListener) {
      return new Context(
          scheme, sni, sourceAddress, remoteAddress, token, pod, otherListener, unclear);
    }

    public Context unclear(Set<String> headers) {
      return new Context(scheme, sni, sourceAddress, remoteAddress, token, pod, listener, headers);
    }
  }

  public record Pod(String namespace, Map<String, String> labels) {
    public Pod {
      labels = Map.copyOf(labels);
    }
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
        headers,
        context);
  }

  public Request from(Optional<Identity> client) {
    return new Request(
        client,
        servicePort,
        workloadPort,
        protocol,
        method,
        authority,
        rawPath,
        path,
        headers,
        context);
  }

  public Request at(int listeningPort) {
    return new Request(
        identity,
        servicePort,
        listeningPort,
        protocol,
        method,
        authority,
        rawPath,
        path,
        headers,
        context);
  }

  public Request readAs(Protocol other) {
    return new Request(
        identity,
        servicePort,
        workloadPort,
        other,
        method,
        authority,
        rawPath,
        path,
        headers,
        context);
  }

  /// The parameter of the query string, as it was sent; the first of several.
  public Optional<String> query(String name) {
    int query = rawPath.indexOf('?');
    if (query < 0) {
      return Optional.empty();
    }
    int fragment = rawPath.indexOf('#', query);
    String text = rawPath.substring(query + 1, fragment < 0 ? rawPath.length() : fragment);
    for (String part : text.split("&", -1)) {
      int sign = part.indexOf('=');
      String key = sign < 0 ? part : part.substring(0, sign);
      if (key.equals(name)) {
        return Optional.of(sign < 0 ? "" : part.substring(sign + 1));
      }
    }
    return Optional.empty();
  }

  /// The values of a parameter of the query string, decoded as that of a form.
  public List<String> form(String name) {
    int query = rawPath.indexOf('?');
    if (query < 0) {
      return List.of();
    }
    int fragment = rawPath.indexOf('#', query);
    String text = rawPath.substring(query + 1, fragment < 0 ? rawPath.length() : fragment);
    return Stream.of(text.split("&", -1))
        .filter(it -> !it.isEmpty())
        .map(it -> it.split("=", 2))
        .filter(it -> decoded(it[0]).equals(name))
        .map(it -> it.length < 2 ? "" : decoded(it[1]))
        .toList();
  }

  /// `%` without two digits behind it stands for itself.
  private static String decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (raw[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /// The same request in other surroundings.
  public Request in(Context other) {
    return new Request(
        identity,
        servicePort,
        workloadPort,
        protocol,
        method,
        authority,
        rawPath,
        path,
        headers,
        other);
  }

  /// The same request to another port.
  public Request to(int port) {
    return new Request(
        identity, port, workloadPort, protocol, method, authority, rawPath, path, headers, context);
  }

  /// The same request with another address: what a route rewrites.
  ///
  /// @param newPath without a query string, which stays
  public Request rewritten(
      String newAuthority, String newPath, Map<String, List<String>> newHeaders) {
    int query = rawPath.indexOf('?');
    return new Request(
        identity,
        servicePort,
        workloadPort,
        protocol,
        method,
        newAuthority,
        query < 0 ? newPath : newPath + rawPath.substring(query),
        newPath,
        newHeaders,
        context);
  }

  public static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
