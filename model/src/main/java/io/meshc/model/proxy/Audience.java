package io.meshc.model.proxy;

import io.meshc.model.Request;
import java.util.Optional;
import java.util.Set;

/// Who sees something that is declared: the clients of some namespaces, through their own proxies or through gateways.
///
/// @param namespaces of the clients; empty for every one
/// @param listeners [Request.Context#MESH] for the proxies beside clients, and Gateways as `namespace/name`
/// @param home the namespace for whose clients it is meant first of all, although others see it
public record Audience(
    Optional<Set<String>> namespaces, Set<String> listeners, Optional<String> home) {
  /// Every client of the mesh.
  public static final Audience MESH = of(Optional.empty());

  public Audience {
    namespaces = namespaces.map(Set::copyOf);
    listeners = Set.copyOf(listeners);
  }

  public Audience(Optional<Set<String>> namespaces, Set<String> listeners) {
    this(namespaces, listeners, Optional.empty());
  }

  /// The clients of some namespaces, through their own proxies.
  public static Audience of(Optional<Set<String>> namespaces) {
    return new Audience(namespaces, Set.of(Request.Context.MESH));
  }

  public boolean sees(String namespace) {
    return namespaces.map(it -> it.contains(namespace)).orElse(true);
  }

  public boolean isAt(String listener) {
    return listeners.contains(listener);
  }

  /// What is meant for one namespace goes before what is meant for some, and that before what is meant for all.
  public int rank(String namespace) {
    if (home.filter(namespace::equals).isPresent()) {
      return 0;
    }
    return namespaces.map(it -> it.equals(Set.of(namespace)) ? 0 : 1).orElse(2);
  }
}
