package io.meshc.dialect.osm;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.MeshConfig.Exclusion;
import io.meshc.dialect.osm.MeshConfig.ExternalAuthorization;
import io.meshc.source.At;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → MeshConfig. v1alpha2 added a few fields to v1alpha1 and changed none; Open Service Mesh serves both.
public final class ParseMeshConfig {
  private static final String[] SIDECAR = {
    "enablePrivilegedInitContainer",
    "logLevel",
    "envoyImage",
    "envoyWindowsImage",
    "initContainerImage",
    "maxDataPlaneConnections",
    "configResyncInterval",
    "resources",
    "tlsMinProtocolVersion",
    "tlsMaxProtocolVersion",
    "cipherSuites",
    "ecdhCurves",
    "localProxyMode"
  };
  private static final String[] OBSERVABILITY = {"osmLogLevel", "enableDebugServer", "tracing"};
  private static final String[] CERTIFICATE = {
    "serviceCertValidityDuration", "certKeyBitSize", "ingressGateway"
  };
  private static final String[] FEATURES = {
    "enableWASMStats",
    "enableEgressPolicy",
    "enableMulticlusterMode",
    "enableSnapshotCacheMode",
    "enableAsyncProxyServiceMapping",
    "enableIngressBackendPolicy",
    "enableEnvoyActiveHealthChecks",
    "enableRetryPolicy",
    "enableMeshRootCertificate"
  };
  private static final List<String> EXCLUSIONS =
      List.of(
          "inboundPortExclusionList",
          "networkInterfaceExclusionList",
          "outboundIPRangeExclusionList",
          "outboundIPRangeInclusionList",
          "outboundPortExclusionList");

  private ParseMeshConfig() {}

  public static Outcome<MeshConfig> parse(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    Optional<Fields> spec = top.object("spec");
    Optional<Fields> traffic = spec.flatMap(it -> it.object("traffic"));
    MeshConfig config =
        traffic
            .map(it -> traffic(meta, it))
            .orElseGet(() ->
                new MeshConfig(
                    meta, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true));
    spec.ifPresent(ParseMeshConfig::ignoreOperation);
    top.done();
    boolean refused =
        problems.stream()
            .filter(it -> it.kind() == Problem.Kind.INVALID_VALUE)
            .anyMatch(it -> it.origin().path().startsWith("spec"));
    return new Outcome<>(refused ? illegible(config) : config, problems);
  }

  private static MeshConfig illegible(MeshConfig it) {
    return new MeshConfig(
        it.meta(),
        it.permissive(),
        it.egress(),
        it.externalAuthorization(),
        it.exclusions(),
        false);
  }

  private static MeshConfig traffic(Meta meta, Fields traffic) {
    var exclusions = new ArrayList<At<Exclusion>>();
    for (String field : EXCLUSIONS) {
      List<String> values = texts(traffic, field);
      if (!values.isEmpty()) {
        exclusions.add(At.of(new Exclusion(field, values), traffic.keyOrigin(field)));
      }
    }
    var config =
        new MeshConfig(
            meta,
            traffic.bool("enablePermissiveTrafficPolicyMode"),
            traffic.bool("enableEgress"),
            traffic.object("inboundExternalAuthorization").map(ParseMeshConfig::authorization),
            exclusions,
            true);
    traffic.done();
    return config;
  }

  /// The items as text, ports and addresses alike: nothing looks into them.
  private static List<String> texts(Fields traffic, String field) {
    if (traffic.node(field).isPresent()
        && traffic.node(field).get() instanceof Node.Sequence list) {
      return list.items().stream()
          .filter(Node.Scalar.class::isInstance)
          .map(it -> ((Node.Scalar) it).text())
          .toList();
    }
    traffic.objects(field); // not a list: says so
    return List.of();
  }

  private static ExternalAuthorization authorization(Fields fields) {
    var authorization =
        new ExternalAuthorization(
            fields.bool("enable"),
            fields.string("address"),
            fields.integer("port"),
            fields.string("statPrefix"),
            fields.string("timeout"),
            fields.bool("failureModeAllow"));
    fields.done();
    return authorization;
  }

  /// Settings of the control plane itself: known by name, without effect on any decision.
  private static void ignoreOperation(Fields spec) {
    known(spec, "sidecar", SIDECAR);
    known(spec, "observability", OBSERVABILITY);
    known(spec, "certificate", CERTIFICATE);
    known(spec, "featureFlags", FEATURES);
    spec.done();
  }

  private static void known(Fields spec, String field, String[] names) {
    spec.object(field).ifPresent(it -> it.ignore(names).done());
  }
}
