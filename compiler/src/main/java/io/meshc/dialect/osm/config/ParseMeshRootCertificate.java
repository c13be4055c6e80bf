package io.meshc.dialect.osm.config;

import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.config.MeshRootCertificate.CertManagerIssuer;
import io.meshc.dialect.osm.config.MeshRootCertificate.Provider;
import io.meshc.dialect.osm.config.MeshRootCertificate.Tresor;
import io.meshc.dialect.osm.config.MeshRootCertificate.Vault;
import io.meshc.yaml.Fields;
import java.util.Optional;
import java.util.function.Function;

/// `spec` of a MeshRootCertificate → record.
public final class ParseMeshRootCertificate {
  private ParseMeshRootCertificate() {}

  public static MeshRootCertificate parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new MeshRootCertificate(
            meta,
            spec.string("trustDomain"),
            spec.string("role"),
            spec.bool("spiffeEnabled"),
            spec.object("provider").map(ParseMeshRootCertificate::provider));
    spec.done();
    return result;
  }

  private static Provider provider(Fields it) {
    var result =
        new Provider(
            it.object("certManager").map(ParseMeshRootCertificate::certManager),
            it.object("vault").map(ParseMeshRootCertificate::vault),
            it.object("tresor").map(ParseMeshRootCertificate::tresor),
            it.origin());
    it.done();
    return result;
  }

  private static CertManagerIssuer certManager(Fields it) {
    var result =
        new CertManagerIssuer(
            it.string("issuerName"), it.string("issuerKind"), it.string("issuerGroup"));
    it.done();
    return result;
  }

  private static Vault vault(Fields it) {
    var result =
        new Vault(
            it.string("host"),
            it.integer("port"),
            it.string("role"),
            it.string("protocol"),
            below(it, "token", "secretKeyRef", SecretRef::readKey));
    it.done();
    return result;
  }

  private static Tresor tresor(Fields it) {
    var result = new Tresor(below(it, "ca", "secretRef", SecretRef::read));
    it.done();
    return result;
  }

  private static Optional<SecretRef> below(
      Fields it, String outer, String inner, Function<Fields, SecretRef> read) {
    Optional<Fields> around = it.object(outer);
    Optional<SecretRef> result = around.flatMap(in -> in.object(inner)).map(read);
    around.ifPresent(Fields::done);
    return result;
  }
}
