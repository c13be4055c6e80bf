package io.meshc.dialect.istio;

import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How Istio reads the protocol of a Service port: by `appProtocol`, else by the port's name, which is a protocol or
/// starts with one and a `-`; else the proxy looks at the bytes.
///
/// Source: istio.io, "Protocol Selection".
public final class PortNames {
  private static final List<String> HTTP = List.of("http", "http2", "grpc", "grpc-web");
  private static final List<String> TCP =
      List.of("tcp", "tls", "https", "mongo", "mysql", "redis", "udp");

  public static final PortReading READING = reading();

  private PortNames() {}

  private static PortReading reading() {
    var protocols = new HashMap<String, Protocol>();
    HTTP.forEach(it -> protocols.put(it, Protocol.HTTP));
    TCP.forEach(it -> protocols.put(it, Protocol.TCP));
    var prefixes = new HashMap<String, Protocol>();
    protocols.forEach((name, protocol) -> prefixes.put(name + "-", protocol));
    Map<String, Protocol> names = Map.copyOf(protocols);
    protocols.put("kubernetes.io/h2c", Protocol.HTTP);
    protocols.put("kubernetes.io/ws", Protocol.HTTP);
    return new PortReading(protocols, prefixes, names, Protocol.SNIFFED);
  }
}
