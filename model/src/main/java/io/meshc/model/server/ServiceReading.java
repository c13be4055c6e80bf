package io.meshc.model.server;

import io.meshc.model.PlaneId;
import io.meshc.model.ServiceName;
import io.meshc.source.Origin;

/// How the proxies of clients read what is sent to one port of a Service, where it is not by its first bytes.
///
/// @param because for messages
public record ServiceReading(
    PlaneId plane, ServiceName service, int port, Kind kind, String because, Origin origin) {

  public enum Kind {
    /// HTTP, by the rules for it alone.
    HTTP,
    /// HTTP/2 without TLS: rules for calls go before rules for HTTP.
    HTTP2,
    /// Connections alone.
    OPAQUE
  }
}
