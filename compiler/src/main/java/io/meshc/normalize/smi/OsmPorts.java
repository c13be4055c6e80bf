package io.meshc.normalize.smi;

import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import java.util.Map;

/// How Open Service Mesh reads the protocol of a Service port: `appProtocol`, else the start of the port's name, else HTTP.
/// Source: its guide on application protocol selection.
final class OsmPorts {
  static final PortReading READING =
      new PortReading(
          Map.ofEntries(
              Map.entry("http", Protocol.HTTP),
              Map.entry("http2", Protocol.HTTP),
              Map.entry("grpc", Protocol.HTTP),
              Map.entry("h2c", Protocol.HTTP),
              Map.entry("kubernetes.io/h2c", Protocol.HTTP),
              Map.entry("kubernetes.io/ws", Protocol.HTTP),
              Map.entry("tcp", Protocol.TCP),
              Map.entry("tcp-server-first", Protocol.TCP),
              Map.entry("https", Protocol.TCP),
              Map.entry("tls", Protocol.TCP),
              Map.entry("kubernetes.io/wss", Protocol.TCP),
              Map.entry("mongo", Protocol.TCP),
              Map.entry("mysql", Protocol.TCP),
              Map.entry("postgresql", Protocol.TCP),
              Map.entry("redis", Protocol.TCP)),
          Map.of(
              "http-", Protocol.HTTP,
              "grpc-", Protocol.HTTP,
              "tcp-", Protocol.TCP,
              "tcp-server-first-", Protocol.TCP),
          Map.of(),
          Protocol.HTTP);

  private OsmPorts() {}
}
