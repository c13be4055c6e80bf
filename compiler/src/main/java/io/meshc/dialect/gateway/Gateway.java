package io.meshc.dialect.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.ClassObject.Parameters;
import io.meshc.dialect.gateway.Listener.Namespaces;
import io.meshc.dialect.gateway.route.Route.DefaultScope;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A load balancer, and what it listens for.
///
/// @param defaultScope which routes are bound to it without naming it
public record Gateway(
    Meta meta,
    Optional<At<String>> gatewayClassName,
    List<Listener> listeners,
    List<Address> addresses,
    Optional<Infrastructure> infrastructure,
    Optional<AllowedListeners> allowedListeners,
    Optional<Tls> tls,
    Optional<At<DefaultScope>> defaultScope)
    implements Resource {
  public Gateway {
    listeners = List.copyOf(listeners);
    addresses = List.copyOf(addresses);
  }

  /// @param type absent is `IPAddress`
  public record Address(Optional<At<String>> type, Optional<At<String>> value, Origin origin) {}

  /// What is made for it.
  public record Infrastructure(
      Map<String, At<String>> labels,
      Map<String, At<String>> annotations,
      Optional<Parameters> parametersRef,
      Origin origin) {
    public Infrastructure {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /// Whose ListenerSets may add to it; absent is nobody's.
  public record AllowedListeners(Optional<Namespaces> namespaces, Origin origin) {}

  /// @param backend how it proves who it is to backends
  /// @param frontend how clients prove who they are
  public record Tls(Optional<BackendTls> backend, Optional<Frontend> frontend, Origin origin) {}

  public record BackendTls(Optional<ObjectRef> clientCertificateRef, Origin origin) {}

  public record Frontend(Optional<FrontendTls> defaults, List<PortTls> perPort, Origin origin) {
    public Frontend {
      perPort = List.copyOf(perPort);
    }
  }

  public record PortTls(Optional<At<Long>> port, Optional<FrontendTls> tls, Origin origin) {}

  public record FrontendTls(Optional<Validation> validation, Origin origin) {}

  /// @param mode absent is `AllowValidOnly`
  public record Validation(
      List<ObjectRef> caCertificateRefs, Optional<At<String>> mode, Origin origin) {
    public Validation {
      caCertificateRefs = List.copyOf(caCertificateRefs);
    }
  }
}
