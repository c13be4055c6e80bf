package io.meshc.dialect.osm.config;

import static io.meshc.dialect.osm.RenderPart.numbers;
import static io.meshc.dialect.osm.RenderPart.texts;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.config.MeshConfig.Certificate;
import io.meshc.dialect.osm.config.MeshConfig.ExternalAuthorization;
import io.meshc.dialect.osm.config.MeshConfig.IngressGateway;
import io.meshc.dialect.osm.config.MeshConfig.Observability;
import io.meshc.dialect.osm.config.MeshConfig.Sidecar;
import io.meshc.dialect.osm.config.MeshConfig.Tracing;
import io.meshc.dialect.osm.config.MeshConfig.Traffic;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Map;

/// MeshConfig → node, in the version that its metadata states.
public final class RenderMeshConfig {
  private RenderMeshConfig() {}

  public static Node.Mapping render(MeshConfig it) {
    Nodes spec =
        Nodes.map()
            .putIfPresent("sidecar", it.sidecar(), RenderMeshConfig::sidecar)
            .putIfPresent("traffic", it.traffic(), RenderMeshConfig::traffic)
            .putIfPresent("observability", it.observability(), RenderMeshConfig::observability)
            .putIfPresent("certificate", it.certificate(), RenderMeshConfig::certificate);
    if (!it.features().isEmpty()) {
      spec.put("featureFlags", features(it.features()));
    }
    return RenderPart.object(it.meta(), spec);
  }

  private static Node sidecar(Sidecar it) {
    return Nodes.map()
        .putIfPresent(
            "enablePrivilegedInitContainer", it.privilegedInitContainer(), RenderPart::flag)
        .putIfPresent("logLevel", it.logLevel(), RenderPart::text)
        .putIfPresent("envoyImage", it.envoyImage(), RenderPart::text)
        .putIfPresent("envoyWindowsImage", it.envoyWindowsImage(), RenderPart::text)
        .putIfPresent("initContainerImage", it.initContainerImage(), RenderPart::text)
        .putIfPresent("maxDataPlaneConnections", it.maxDataPlaneConnections(), RenderPart::number)
        .putIfPresent("configResyncInterval", it.configResyncInterval(), RenderPart::text)
        .putIfPresent("resources", it.resources(), At::value)
        .putIfPresent("tlsMinProtocolVersion", it.tlsMinProtocolVersion(), RenderPart::text)
        .putIfPresent("tlsMaxProtocolVersion", it.tlsMaxProtocolVersion(), RenderPart::text)
        .putList("cipherSuites", texts(it.cipherSuites()))
        .putList("ecdhCurves", texts(it.ecdhCurves()))
        .putIfPresent("localProxyMode", it.localProxyMode(), RenderPart::text)
        .build();
  }

  private static Node traffic(Traffic it) {
    return Nodes.map()
        .putIfPresent("enableEgress", it.egress(), RenderPart::flag)
        .putList("outboundIPRangeExclusionList", texts(it.outboundRangesOut()))
        .putList("outboundIPRangeInclusionList", texts(it.outboundRangesIn()))
        .putList("outboundPortExclusionList", numbers(it.outboundPorts()))
        .putList("inboundPortExclusionList", numbers(it.inboundPorts()))
        .putList("networkInterfaceExclusionList", texts(it.interfaces()))
        .putIfPresent("enablePermissiveTrafficPolicyMode", it.permissive(), RenderPart::flag)
        .putIfPresent(
            "inboundExternalAuthorization",
            it.externalAuthorization(),
            RenderMeshConfig::authorization)
        .build();
  }

  private static Node authorization(ExternalAuthorization it) {
    return Nodes.map()
        .putIfPresent("enable", it.enable(), RenderPart::flag)
        .putIfPresent("address", it.address(), RenderPart::text)
        .putIfPresent("port", it.port(), RenderPart::number)
        .putIfPresent("statPrefix", it.statPrefix(), RenderPart::text)
        .putIfPresent("timeout", it.timeout(), RenderPart::text)
        .putIfPresent("failureModeAllow", it.failureModeAllow(), RenderPart::flag)
        .build();
  }

  private static Node observability(Observability it) {
    return Nodes.map()
        .putIfPresent("osmLogLevel", it.osmLogLevel(), RenderPart::text)
        .putIfPresent("enableDebugServer", it.enableDebugServer(), RenderPart::flag)
        .putIfPresent("tracing", it.tracing(), RenderMeshConfig::tracing)
        .build();
  }

  private static Node tracing(Tracing it) {
    return Nodes.map()
        .putIfPresent("enable", it.enable(), RenderPart::flag)
        .putIfPresent("port", it.port(), RenderPart::number)
        .putIfPresent("address", it.address(), RenderPart::text)
        .putIfPresent("endpoint", it.endpoint(), RenderPart::text)
        .build();
  }

  private static Node certificate(Certificate it) {
    return Nodes.map()
        .putIfPresent(
            "serviceCertValidityDuration", it.serviceCertValidityDuration(), RenderPart::text)
        .putIfPresent("certKeyBitSize", it.certKeyBitSize(), RenderPart::number)
        .putIfPresent("ingressGateway", it.ingressGateway(), RenderMeshConfig::ingressGateway)
        .build();
  }

  private static Node ingressGateway(IngressGateway it) {
    return Nodes.map()
        .putList("subjectAltNames", texts(it.subjectAltNames()))
        .putIfPresent("validityDuration", it.validityDuration(), RenderPart::text)
        .putIfPresent("secret", it.secret(), SecretRef::render)
        .build();
  }

  private static Nodes features(Map<String, At<Boolean>> features) {
    Nodes result = Nodes.map();
    for (String name : MeshConfig.FEATURES) {
      if (features.containsKey(name)) {
        result.put(name, features.get(name).value());
      }
    }
    return result;
  }
}
