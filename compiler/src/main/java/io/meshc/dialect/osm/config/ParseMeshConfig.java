package io.meshc.dialect.osm.config;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.config.MeshConfig.Certificate;
import io.meshc.dialect.osm.config.MeshConfig.ExternalAuthorization;
import io.meshc.dialect.osm.config.MeshConfig.IngressGateway;
import io.meshc.dialect.osm.config.MeshConfig.Observability;
import io.meshc.dialect.osm.config.MeshConfig.Sidecar;
import io.meshc.dialect.osm.config.MeshConfig.Tracing;
import io.meshc.dialect.osm.config.MeshConfig.Traffic;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of a MeshConfig → record. v1alpha2 added a few fields to v1alpha1 and changed none; Open Service Mesh serves both, and
/// the server drops the newer fields of an object that states the older version.
public final class ParseMeshConfig {
  /// The feature flags that v1alpha2 added.
  private static final List<String> NEWER = List.of("enableMeshRootCertificate");

  private ParseMeshConfig() {}

  public static MeshConfig parse(Fields top, Meta meta, List<Problem> problems) {
    int before = problems.size();
    boolean newer = !meta.version().equals("v1alpha1");
    Optional<Fields> spec = top.object("spec");
    Optional<Sidecar> sidecar =
        spec.flatMap(it -> it.object("sidecar")).map(it -> sidecar(it, newer));
    Optional<Traffic> traffic =
        spec.flatMap(it -> it.object("traffic")).map(it -> traffic(it, newer));
    Optional<Observability> observability =
        spec.flatMap(it -> it.object("observability")).map(ParseMeshConfig::observability);
    Optional<Certificate> certificate =
        spec.flatMap(it -> it.object("certificate")).map(ParseMeshConfig::certificate);
    Map<String, At<Boolean>> features =
        spec.flatMap(it -> it.object("featureFlags"))
            .map(it -> features(it, newer))
            .orElse(Map.of());
    spec.ifPresent(Fields::done);
    boolean refused =
        problems.subList(before, problems.size()).stream()
            .filter(it -> it.kind() == Problem.Kind.INVALID_VALUE)
            .anyMatch(it -> it.origin().path().startsWith("spec"));
    return new MeshConfig(meta, sidecar, traffic, observability, certificate, features, !refused);
  }

  private static Sidecar sidecar(Fields it, boolean newer) {
    var result =
        new Sidecar(
            it.bool("enablePrivilegedInitContainer"),
            it.string("logLevel"),
            it.string("envoyImage"),
            it.string("envoyWindowsImage"),
            it.string("initContainerImage"),
            it.integer("maxDataPlaneConnections"),
            it.string("configResyncInterval"),
            it.value("resources"),
            newer ? it.string("tlsMinProtocolVersion") : Optional.empty(),
            newer ? it.string("tlsMaxProtocolVersion") : Optional.empty(),
            newer ? it.strings("cipherSuites") : List.of(),
            newer ? it.strings("ecdhCurves") : List.of(),
            newer ? it.string("localProxyMode") : Optional.empty(),
            it.origin());
    it.done();
    return result;
  }

  private static Traffic traffic(Fields it, boolean newer) {
    var result =
        new Traffic(
            it.bool("enableEgress"),
            it.strings("outboundIPRangeExclusionList"),
            newer ? it.strings("outboundIPRangeInclusionList") : List.of(),
            it.integers("outboundPortExclusionList"),
            it.integers("inboundPortExclusionList"),
            newer ? it.strings("networkInterfaceExclusionList") : List.of(),
            it.bool("enablePermissiveTrafficPolicyMode"),
            it.object("inboundExternalAuthorization").map(ParseMeshConfig::authorization));
    it.done();
    return result;
  }

  private static ExternalAuthorization authorization(Fields it) {
    var result =
        new ExternalAuthorization(
            it.bool("enable"),
            it.string("address"),
            it.integer("port"),
            it.string("statPrefix"),
            it.string("timeout"),
            it.bool("failureModeAllow"));
    it.done();
    return result;
  }

  private static Observability observability(Fields it) {
    var result =
        new Observability(
            it.string("osmLogLevel"),
            it.bool("enableDebugServer"),
            it.object("tracing").map(ParseMeshConfig::tracing),
            it.origin());
    it.done();
    return result;
  }

  private static Tracing tracing(Fields it) {
    var result =
        new Tracing(
            it.bool("enable"), it.integer("port"), it.string("address"), it.string("endpoint"));
    it.done();
    return result;
  }

  private static Certificate certificate(Fields it) {
    var result =
        new Certificate(
            it.string("serviceCertValidityDuration"),
            it.integer("certKeyBitSize"),
            it.object("ingressGateway").map(ParseMeshConfig::ingressGateway),
            it.origin());
    it.done();
    return result;
  }

  private static IngressGateway ingressGateway(Fields it) {
    var result =
        new IngressGateway(
            it.strings("subjectAltNames"),
            it.string("validityDuration"),
            it.object("secret").map(SecretRef::read));
    it.done();
    return result;
  }

  private static Map<String, At<Boolean>> features(Fields it, boolean newer) {
    var result = new HashMap<String, At<Boolean>>();
    for (String name : MeshConfig.FEATURES) {
      if (newer || !NEWER.contains(name)) {
        it.bool(name).ifPresent(on -> result.put(name, on));
      }
    }
    it.done();
    return result;
  }
}
