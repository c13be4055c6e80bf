package io.meshc.model.match;

import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Predicates on what only some meshes look at: the query string, addresses, tokens, and what a client's own proxy knows of
/// its Pod. As with every predicate, what the request does not have does not match.
public sealed interface Attribute extends Match {

  /// A parameter of the query string, not decoded; of a repeated one the first counts (measured).
  record Query(String name, TextPattern value) implements Attribute {}

  /// A parameter of the query string, decoded as that of a form; any of several may have the value.
  record FormQuery(String name, TextPattern value) implements Attribute {}

  record Scheme(TextPattern scheme) implements Attribute {}

  /// The server name that a TLS client asks for; letter case does not count.
  record Sni(TextPattern host) implements Attribute {}

  record Address(Of of, AddressBlock block) implements Attribute {}

  /// The peer's address is one of these, or it is not known and the peer is a Pod of the cluster, whose networks these are.
  record InCluster(List<AddressBlock> networks) implements Attribute {
    public InCluster {
      networks = List.copyOf(networks);
    }
  }

  /// The peer stands in the same Pod: nobody whose address is not known does.
  record Loopback() implements Attribute {}

  /// The trust domain of the mutually authenticated client.
  record TrustDomain(TextPattern domain) implements Attribute {}

  /// A claim of the verified token, by its path. Of a list one element has to match; numbers and booleans never do (measured).
  record Claim(List<String> path, TextPattern value) implements Attribute {
    public Claim {
      path = List.copyOf(path);
    }
  }

  /// The client's Pod has these labels: its own proxy knows.
  record ClientLabels(Map<String, String> labels) implements Attribute {
    public ClientLabels {
      labels = Map.copyOf(labels);
    }
  }

  /// The namespace of the client's Pod: its own proxy knows.
  record ClientNamespace(String namespace) implements Attribute {}

  /// The proxy that takes the request: [Context#MESH] beside a client, or the Gateway `namespace/name`.
  record Listener(String name) implements Attribute {}

  /// Whose address it is.
  enum Of {
    /// Of the peer that the proxy sees.
    SOURCE("source"),
    /// Of the client, behind whatever proxies are trusted.
    REMOTE("remote"),
    DESTINATION("destination");

    private final String label;

    Of(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// The meaning, as [Match#covers] has it.
  default Truth holds(Request request) {
    Context context = request.context();
    return switch (this) {
      case Query(var name, var value) ->
          Truth.of(request.isHttp() && request.query(name).map(value::accepts).orElse(false));
      case FormQuery(var name, var value) ->
          Truth.of(request.isHttp() && request.form(name).stream().anyMatch(value::accepts));
      case Scheme(var scheme) -> said(context.scheme(), scheme, "its scheme");
      case Sni(var host) ->
          Truth.of(context.sni().map(new TextPattern.IgnoreCase(host)::accepts).orElse(false));
      case Address(var of, var block) -> address(of, block, context);
      case InCluster(var networks) -> inCluster(networks, context);
      case Loopback() ->
          Truth.of(
              context
                  .sourceAddress()
                  .filter(it -> it.equals("127.0.0.1") || it.equals("::1"))
                  .isPresent());
      case TrustDomain(var domain) ->
          Truth.of(request.identity().map(it -> domain.accepts(it.trustDomain())).orElse(false));
      case Claim(var path, var value) ->
          Truth.of(context.token().map(it -> it.has(path, value)).orElse(false));
      case ClientLabels(var labels) ->
          Truth.of(
              context
                  .pod()
                  .map(it -> it.labels().entrySet().containsAll(labels.entrySet()))
                  .orElse(false));
      case ClientNamespace(var namespace) ->
          Truth.of(context.pod().map(it -> it.namespace().equals(namespace)).orElse(false));
      case Listener(var name) -> Truth.of(context.listener().equals(name));
    };
  }

  private static Truth address(Of of, AddressBlock block, Context context) {
    Optional<String> address =
        switch (of) {
          case SOURCE -> context.sourceAddress();
          case REMOTE -> context.remoteAddress();
          case DESTINATION -> Optional.empty();
        };
    return address.isPresent()
        ? Truth.of(block.contains(address.get()))
        : new Truth.Unknown("the " + of.label() + " address of the request is not known");
  }

  private static Truth inCluster(List<AddressBlock> networks, Context context) {
    if (context.sourceAddress().isPresent()) {
      String address = context.sourceAddress().get();
      return Truth.of(networks.stream().anyMatch(it -> it.contains(address)));
    }
    return context.pod().isPresent()
        ? Truth.YES
        : new Truth.Unknown(
            "whether the client stands in the networks of the cluster is not known");
  }

  private static Truth said(Optional<String> value, TextPattern pattern, String what) {
    return value.isPresent()
        ? Truth.of(pattern.accepts(value.get()))
        : new Truth.Unknown("the request does not say " + what);
  }

  /// As a person would say it.
  default String described() {
    return switch (this) {
      case Query(var name, var value) -> "query parameter `" + name + "` " + value.described();
      case FormQuery(var name, var value) -> "query parameter `" + name + "` " + value.described();
      case Scheme(var scheme) -> "scheme " + scheme.described();
      case Sni(var host) -> "server name " + host.described();
      case Address(var of, var block) -> of.label() + " address `" + block + "`";
      case InCluster _ -> "a client in the networks of the cluster";
      case Loopback _ -> "a client in the same Pod";
      case TrustDomain(var domain) -> "trust domain " + domain.described();
      case Claim(var path, var value) ->
          "claim `" + String.join(".", path) + "` " + value.described();
      case ClientLabels(var labels) -> "client Pods with " + new java.util.TreeMap<>(labels);
      case ClientNamespace(var namespace) -> "client Pods of namespace `" + namespace + "`";
      case Listener(var name) -> "gateway `" + name + "`";
    };
  }
}
