package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.Gateway.Frontend;
import io.meshc.dialect.gateway.Gateway.FrontendTls;
import io.meshc.dialect.gateway.Gateway.Validation;
import io.meshc.dialect.gateway.Listener;
import io.meshc.dialect.gateway.Listener.ListenerTls;
import io.meshc.dialect.gateway.Listener.Mode;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Gateway.Kind;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.Optional;
import java.util.Set;

/// A listener of a Gateway that was accepted, whoever says it.
///
/// @param holder the Gateway, or the ListenerSet that adds to it
/// @param unclear whether it was accepted is not known
record Listening(Gateway gateway, Meta holder, Listener written, boolean unclear) {

  String name() {
    return written.name().map(At::value).orElse("");
  }

  int port() {
    return written.port().map(it -> it.value().intValue()).orElse(-1);
  }

  HostPattern host() {
    return new HostPattern(written.hostname().map(At::value).orElse("*"));
  }

  String protocol() {
    return written.protocol().map(At::value).orElse("");
  }

  /// A part of its holder.
  ResourceId id() {
    ResourceId of = holder.id();
    return new ResourceId(of.group(), of.kind(), of.namespace(), of.name() + "#" + name());
  }

  boolean passes() {
    return written
        .tls()
        .flatMap(ListenerTls::mode)
        .filter(it -> it.value() == Mode.PASSTHROUGH)
        .isPresent();
  }

  Kind kind() {
    if (unclear) {
      return Kind.UNKNOWN;
    }
    return switch (protocol()) {
      case "HTTP" -> Kind.HTTP;
      case "HTTPS" -> Kind.HTTPS;
      case "TLS" -> passes() ? Kind.PASSTHROUGH : Kind.TLS;
      case "TCP" -> Kind.TCP;
      default -> Kind.UNKNOWN;
    };
  }

  /// The kinds of routes that its protocol takes.
  Set<String> kinds() {
    return switch (protocol()) {
      case "HTTP", "HTTPS" -> Set.of("HTTPRoute", "GRPCRoute");
      case "TLS" -> passes() ? Set.of("TLSRoute") : Set.of("TLSRoute", "TCPRoute");
      case "TCP" -> Set.of("TCPRoute");
      case "UDP" -> Set.of("UDPRoute");
      default -> Set.of();
    };
  }

  /// What clients have to prove; what is said for the port goes before what is said for all.
  Optional<Validation> clients() {
    Optional<Frontend> frontend = gateway.tls().flatMap(Gateway.Tls::frontend);
    Optional<FrontendTls> ofPort =
        frontend.stream()
            .flatMap(it -> it.perPort().stream())
            .filter(it -> it.port().filter(at -> at.value() == port()).isPresent())
            .flatMap(it -> it.tls().stream())
            .findFirst();
    return ofPort.or(() -> frontend.flatMap(Frontend::defaults)).flatMap(FrontendTls::validation);
  }

  Listening unclearly() {
    return new Listening(gateway, holder, written, true);
  }

  /// Whether a proxy cannot listen for both: the port is the same, and so is the host where hosts tell listeners apart.
  boolean conflicts(Listening other) {
    if (port() != other.port() || protocol().equals("UDP") != other.protocol().equals("UDP")) {
      return false;
    }
    boolean apart = family().equals(other.family()) && !family().equals("TCP");
    return !apart || protocol().equals("UDP") || host().equals(other.host());
  }

  /// What it speaks, as far as listeners are told apart by it.
  String family() {
    return protocol().equals("TLS") ? "HTTPS" : protocol();
  }
}
