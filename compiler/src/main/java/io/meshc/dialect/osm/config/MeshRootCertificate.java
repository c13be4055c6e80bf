package io.meshc.dialect.osm.config;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Optional;

/// `config.openservicemesh.io` MeshRootCertificate: who signs the certificates of the mesh, and under which trust domain.
///
/// @param role `active`, `passive` (accepted beside the active one during a rotation) or `inactive`
public record MeshRootCertificate(
    Meta meta,
    Optional<At<String>> trustDomain,
    Optional<At<String>> role,
    Optional<At<Boolean>> spiffeEnabled,
    Optional<Provider> provider)
    implements Resource {

  public static final String DEFAULT_TRUST_DOMAIN = "cluster.local";

  public boolean is(String asked) {
    return role.map(At::value).filter(asked::equals).isPresent();
  }

  /// @param tresor of which exactly one is to be there
  public record Provider(
      Optional<CertManagerIssuer> certManager,
      Optional<Vault> vault,
      Optional<Tresor> tresor,
      Origin origin) {}

  public record CertManagerIssuer(
      Optional<At<String>> issuerName,
      Optional<At<String>> issuerKind,
      Optional<At<String>> issuerGroup) {}

  /// @param token `token.secretKeyRef`
  public record Vault(
      Optional<At<String>> host,
      Optional<At<Integer>> port,
      Optional<At<String>> role,
      Optional<At<String>> protocol,
      Optional<SecretRef> token) {}

  /// @param ca `ca.secretRef`
  public record Tresor(Optional<SecretRef> ca) {}
}
