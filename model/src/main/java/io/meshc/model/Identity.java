package io.meshc.model;

import java.util.Optional;

/// Who a workload is to its peers, as mutual TLS proves it.
public record Identity(String trustDomain, String namespace, String account) {

  /// `cluster.local/ns/shop/sa/web`: the SPIFFE id without its scheme. Whoever is no account of a namespace has any other name.
  public String text() {
    return namespace.isEmpty() ? account : trustDomain + "/ns/" + namespace + "/sa/" + account;
  }

  /// Reads [#text], or the same behind `spiffe://`.
  public static Optional<Identity> parse(String text) {
    String bare = text.startsWith("spiffe://") ? text.substring("spiffe://".length()) : text;
    String[] parts = bare.split("/", -1);
    boolean shaped = parts.length == 5 && parts[1].equals("ns") && parts[3].equals("sa");
    return shaped ? Optional.of(new Identity(parts[0], parts[2], parts[4])) : Optional.empty();
  }

  /// Someone who is no account of a namespace, by the whole name in its certificate: a DNS name, or a SPIFFE id.
  public static Identity other(String name) {
    return new Identity("", "", name);
  }

  /// `shop/web`, as people say it.
  public String label() {
    return namespace.isEmpty() ? account : namespace + "/" + account;
  }
}
