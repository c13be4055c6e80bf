package io.meshc.dialect.gateway.policy;

import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What a server has to prove.
///
/// @param hostname the server name that is asked for
public record ServerValidation(
    List<ObjectRef> caCertificateRefs,
    Optional<At<String>> wellKnownCaCertificates,
    Optional<At<String>> hostname,
    List<SubjectAltName> subjectAltNames,
    Origin origin) {
  public ServerValidation {
    caCertificateRefs = List.copyOf(caCertificateRefs);
    subjectAltNames = List.copyOf(subjectAltNames);
  }

  public record SubjectAltName(
      Optional<At<String>> type,
      Optional<At<String>> hostname,
      Optional<At<String>> uri,
      Origin origin) {}
}
