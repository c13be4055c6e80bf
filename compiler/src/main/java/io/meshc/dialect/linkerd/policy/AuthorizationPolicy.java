package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Who may call a Server, one of its routes, or all Servers of the namespace.
///
/// @param requiredAuthenticationRefs all of which a client has to fulfil; none let everybody in
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record AuthorizationPolicy(
    Meta meta,
    Optional<ObjectRef> targetRef,
    List<ObjectRef> requiredAuthenticationRefs,
    boolean legible,
    Origin origin)
    implements Resource {
  public AuthorizationPolicy {
    requiredAuthenticationRefs = List.copyOf(requiredAuthenticationRefs);
  }
}
