package io.meshc.dialect.osm.config;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.config.MeshRootCertificate.CertManagerIssuer;
import io.meshc.dialect.osm.config.MeshRootCertificate.Provider;
import io.meshc.dialect.osm.config.MeshRootCertificate.Tresor;
import io.meshc.dialect.osm.config.MeshRootCertificate.Vault;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// MeshRootCertificate → node.
public final class RenderMeshRootCertificate {
  private RenderMeshRootCertificate() {}

  public static Node.Mapping render(MeshRootCertificate it) {
    return RenderPart.object(
        it.meta(),
        Nodes.map()
            .putIfPresent("trustDomain", it.trustDomain(), RenderPart::text)
            .putIfPresent("role", it.role(), RenderPart::text)
            .putIfPresent("spiffeEnabled", it.spiffeEnabled(), RenderPart::flag)
            .putIfPresent("provider", it.provider(), RenderMeshRootCertificate::provider));
  }

  private static Node provider(Provider it) {
    return Nodes.map()
        .putIfPresent("certManager", it.certManager(), RenderMeshRootCertificate::certManager)
        .putIfPresent("vault", it.vault(), RenderMeshRootCertificate::vault)
        .putIfPresent("tresor", it.tresor(), RenderMeshRootCertificate::tresor)
        .build();
  }

  private static Node certManager(CertManagerIssuer it) {
    return Nodes.map()
        .putIfPresent("issuerName", it.issuerName(), RenderPart::text)
        .putIfPresent("issuerKind", it.issuerKind(), RenderPart::text)
        .putIfPresent("issuerGroup", it.issuerGroup(), RenderPart::text)
        .build();
  }

  private static Node vault(Vault it) {
    return Nodes.map()
        .putIfPresent("host", it.host(), RenderPart::text)
        .putIfPresent("port", it.port(), RenderPart::number)
        .putIfPresent("role", it.role(), RenderPart::text)
        .putIfPresent("protocol", it.protocol(), RenderPart::text)
        .putIfPresent(
            "token", it.token(), secret -> Nodes.map().put("secretKeyRef", secret.render()).build())
        .build();
  }

  private static Node tresor(Tresor it) {
    return Nodes.map()
        .putIfPresent(
            "ca", it.ca(), secret -> Nodes.map().put("secretRef", secret.render()).build())
        .build();
  }
}
