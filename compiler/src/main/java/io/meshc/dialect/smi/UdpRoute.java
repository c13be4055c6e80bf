package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `specs.smi-spec.io` UDPRoute, which came with v1alpha4.
///
/// @param matchName the name of `spec.matches`, which is one object here, not a list
/// @param ports empty means all; 0 stands for what is no port
public record UdpRoute(Meta meta, Optional<At<String>> matchName, List<At<Integer>> ports)
    implements Resource {
  public UdpRoute {
    ports = List.copyOf(ports);
  }
}
