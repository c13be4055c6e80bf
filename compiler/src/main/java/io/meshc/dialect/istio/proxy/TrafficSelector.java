package io.meshc.dialect.istio.proxy;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Which traffic of a proxy an extension sees.
public record TrafficSelector(Optional<At<Mode>> mode, List<PortNumber> ports, Origin origin) {
  public TrafficSelector {
    ports = List.copyOf(ports);
  }

  public enum Mode {
    UNDEFINED,
    CLIENT,
    SERVER,
    CLIENT_AND_SERVER
  }

  public record PortNumber(Optional<At<Long>> number, Origin origin) {}
}
