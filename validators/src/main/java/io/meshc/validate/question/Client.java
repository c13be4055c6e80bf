package io.meshc.validate.question;

import io.meshc.model.Identity;

/// Who sends a request.
public sealed interface Client {
  /// Whatever runs as this service account.
  record OfAccount(String namespace, String account) implements Client {}

  record OfWorkload(String namespace, String name) implements Client {}

  /// A client that speaks mutual TLS with this certificate, but has no proxy: no routes apply to it.
  record Foreign(Identity identity) implements Client {}

  /// A client without a proxy.
  record Outside() implements Client {}

  default String label() {
    return switch (this) {
      case OfAccount(var namespace, var account) -> "account `" + namespace + "/" + account + "`";
      case OfWorkload(var namespace, var name) -> "workload `" + namespace + "/" + name + "`";
      case Foreign(var identity) -> "`spiffe://" + identity.text() + "`";
      case Outside() -> "a client outside the mesh";
    };
  }
}
