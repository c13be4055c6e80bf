package io.meshc.dialect.linkerd.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.linkerd.ObjectRef;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;

/// Clients by who they prove to be, any of which counts.
///
/// @param identities names, `*.` and an ending, or `*` for every client of the mesh
/// @param identityRefs ServiceAccounts and Namespaces
/// @param legible nothing in it keeps the API server from taking it
/// @param origin of `spec`
public record MeshTlsAuthentication(
    Meta meta,
    List<At<String>> identities,
    List<ObjectRef> identityRefs,
    boolean legible,
    Origin origin)
    implements Resource {
  public MeshTlsAuthentication {
    identities = List.copyOf(identities);
    identityRefs = List.copyOf(identityRefs);
  }
}
