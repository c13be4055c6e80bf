package io.meshc.dialect.gateway.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// XBackend: a server outside of the cluster that routes may name.
public record BackendObject(
    Meta meta,
    Optional<At<String>> type,
    Optional<ExternalHostname> externalHostname,
    Optional<Port> port,
    Optional<At<String>> protocol,
    Optional<Tls> tls)
    implements Resource {

  public record ExternalHostname(Optional<At<String>> hostname, Origin origin) {}

  public record Port(Optional<At<String>> name, Optional<At<Long>> port, Origin origin) {}

  public record Tls(
      Optional<At<String>> mode,
      Optional<ServerValidation> validation,
      Optional<ObjectRef> clientCertificateRef,
      Origin origin) {}
}
