package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;

/// `policy.openservicemesh.io` Egress: what some accounts may call outside of the mesh.
///
/// @param hosts of HTTP and of the server name of TLS
/// @param ipAddresses blocks of them, for TLS and raw TCP
/// @param matches route groups that narrow HTTP, and settings of the connections
public record Egress(
    Meta meta,
    List<Subject> sources,
    List<At<String>> hosts,
    List<At<String>> ipAddresses,
    List<Port> ports,
    List<MatchRef> matches)
    implements Resource {
  public Egress {
    sources = List.copyOf(sources);
    hosts = List.copyOf(hosts);
    ipAddresses = List.copyOf(ipAddresses);
    ports = List.copyOf(ports);
    matches = List.copyOf(matches);
  }
}
