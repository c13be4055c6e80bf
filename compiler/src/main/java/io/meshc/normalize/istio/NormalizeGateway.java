package io.meshc.normalize.istio;

import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.routing.Gateway.Server;
import io.meshc.dialect.istio.routing.Gateway.ServerTls;
import io.meshc.dialect.istio.routing.Gateway.TlsMode;
import io.meshc.model.Scope;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Gateway;
import io.meshc.model.proxy.Gateway.BoundHost;
import io.meshc.model.proxy.Gateway.Kind;
import io.meshc.model.proxy.Gateway.Listener;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gateway → what the proxies at an edge listen for.
///
/// Source: istio.io, "Gateway".
final class NormalizeGateway {
  private NormalizeGateway() {}

  static void normalize(io.meshc.dialect.istio.routing.Gateway source, Ledger ledger) {
    Map<String, String> labels = Labels.of(source.selector());
    Scope scope = labels.isEmpty() ? new Scope.Everywhere() : new Scope.SelectedAnywhere(labels);
    ledger.add(
        new Gateway(
            source.meta().id(),
            IstioPlane.ID,
            scope,
            source.servers().stream().map(it -> listener(it, source.meta())).toList(),
            source.meta().origin()));
  }

  private static Listener listener(Server server, Meta meta) {
    Optional<TlsMode> mode = server.tls().flatMap(ServerTls::mode).map(At::value);
    boolean mutual =
        mode.filter(it -> it == TlsMode.MUTUAL || it == TlsMode.ISTIO_MUTUAL).isPresent();
    return new Listener(
        server.port().flatMap(it -> it.number()).map(Ports::number).orElse(-1),
        kind(server, mode),
        server.hosts().stream().map(it -> host(it.value(), meta)).toList(),
        server.tls().flatMap(ServerTls::httpsRedirect).map(At::value).orElse(false),
        mutual,
        false,
        server.tls().flatMap(ServerTls::credentialName).map(At::value).orElse(""),
        server.origin());
  }

  private static Kind kind(Server server, Optional<TlsMode> mode) {
    String protocol =
        server
            .port()
            .flatMap(it -> it.protocol())
            .map(it -> it.value().toUpperCase(Locale.ROOT))
            .orElse("");
    // The API's zero value, which counts where no mode is said.
    boolean passes = mode.orElse(TlsMode.PASSTHROUGH) == TlsMode.PASSTHROUGH;
    if (mode.filter(it -> it == TlsMode.AUTO_PASSTHROUGH).isPresent()) {
      return Kind.RELAY;
    }
    return switch (protocol) {
      case "HTTP", "HTTP2", "GRPC", "GRPC-WEB" -> Kind.HTTP;
      case "HTTPS" -> passes ? Kind.PASSTHROUGH : Kind.HTTPS;
      case "TLS" -> passes ? Kind.PASSTHROUGH : Kind.TLS;
      case "TCP", "MONGO", "MYSQL", "REDIS" -> Kind.TCP;
      default -> Kind.UNKNOWN;
    };
  }

  /// `namespace/host`, `./host` for the Gateway's own namespace, or `host` for any.
  private static BoundHost host(String written, Meta meta) {
    int slash = written.indexOf('/');
    String namespace = slash < 0 ? "*" : written.substring(0, slash);
    var host = new HostPattern(written.substring(slash + 1));
    return new BoundHost(namespace.equals(".") ? meta.namespace() : namespace, host);
  }
}
