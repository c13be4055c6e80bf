package io.meshc.dialect.osm.config;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `config.openservicemesh.io` MeshConfig. Open Service Mesh reads the one named `osm-mesh-config` alone.
///
/// @param features `spec.featureFlags`, those of [#FEATURES] that are written
/// @param legible whether every value has its type: the API server refuses the whole object otherwise
public record MeshConfig(
    Meta meta,
    Optional<Sidecar> sidecar,
    Optional<Traffic> traffic,
    Optional<Observability> observability,
    Optional<Certificate> certificate,
    Map<String, At<Boolean>> features,
    boolean legible)
    implements Resource {
  public static final String NAME = "osm-mesh-config";

  /// The feature flags that there ever were, in the order of the definition.
  public static final List<String> FEATURES =
      List.of(
          "enableWASMStats",
          "enableEgressPolicy",
          "enableMulticlusterMode",
          "enableSnapshotCacheMode",
          "enableAsyncProxyServiceMapping",
          "enableIngressBackendPolicy",
          "enableEnvoyActiveHealthChecks",
          "enableRetryPolicy",
          "enableMeshRootCertificate");

  public MeshConfig {
    features = Map.copyOf(features);
  }

  public boolean isRead() {
    return meta.name().equals(NAME);
  }

  /// Absent is false, as in Go.
  public Optional<At<Boolean>> permissive() {
    return traffic.flatMap(Traffic::permissive);
  }

  /// Absent is false, as in Go.
  public Optional<At<Boolean>> egress() {
    return traffic.flatMap(Traffic::egress);
  }

  public Optional<ExternalAuthorization> externalAuthorization() {
    return traffic.flatMap(Traffic::externalAuthorization);
  }

  /// Whether a feature is switched on; what is not written is off.
  public boolean isOn(String feature) {
    return feature(feature).map(At::value).orElse(false);
  }

  public Optional<At<Boolean>> feature(String name) {
    return Optional.ofNullable(features.get(name));
  }

  /// How the proxies are made and run. None of it decides over a request.
  public record Sidecar(
      Optional<At<Boolean>> privilegedInitContainer,
      Optional<At<String>> logLevel,
      Optional<At<String>> envoyImage,
      Optional<At<String>> envoyWindowsImage,
      Optional<At<String>> initContainerImage,
      Optional<At<Integer>> maxDataPlaneConnections,
      Optional<At<String>> configResyncInterval,
      Optional<At<Node>> resources,
      Optional<At<String>> tlsMinProtocolVersion,
      Optional<At<String>> tlsMaxProtocolVersion,
      List<At<String>> cipherSuites,
      List<At<String>> ecdhCurves,
      Optional<At<String>> localProxyMode,
      Origin origin) {
    public Sidecar {
      cipherSuites = List.copyOf(cipherSuites);
      ecdhCurves = List.copyOf(ecdhCurves);
    }
  }

  /// @param permissive `enablePermissiveTrafficPolicyMode`
  /// @param egress `enableEgress`
  /// @param outboundRangesOut `outboundIPRangeExclusionList`: addresses that clients call past their proxies
  /// @param outboundRangesIn `outboundIPRangeInclusionList`: where there are any, all others are called past the proxies
  /// @param outboundPorts `outboundPortExclusionList`: ports that clients call past their proxies
  /// @param inboundPorts `inboundPortExclusionList`: ports of Pods that no proxy guards
  /// @param interfaces `networkInterfaceExclusionList`: interfaces of Pods that no proxy guards
  public record Traffic(
      Optional<At<Boolean>> egress,
      List<At<String>> outboundRangesOut,
      List<At<String>> outboundRangesIn,
      List<At<Integer>> outboundPorts,
      List<At<Integer>> inboundPorts,
      List<At<String>> interfaces,
      Optional<At<Boolean>> permissive,
      Optional<ExternalAuthorization> externalAuthorization) {
    public Traffic {
      outboundRangesOut = List.copyOf(outboundRangesOut);
      outboundRangesIn = List.copyOf(outboundRangesIn);
      outboundPorts = List.copyOf(outboundPorts);
      inboundPorts = List.copyOf(inboundPorts);
      interfaces = List.copyOf(interfaces);
    }
  }

  /// @param failureModeAllow requests pass while the authorizer cannot be reached
  public record ExternalAuthorization(
      Optional<At<Boolean>> enable,
      Optional<At<String>> address,
      Optional<At<Integer>> port,
      Optional<At<String>> statPrefix,
      Optional<At<String>> timeout,
      Optional<At<Boolean>> failureModeAllow) {

    public boolean isOn() {
      return enable.map(At::value).orElse(false);
    }
  }

  public record Observability(
      Optional<At<String>> osmLogLevel,
      Optional<At<Boolean>> enableDebugServer,
      Optional<Tracing> tracing,
      Origin origin) {}

  public record Tracing(
      Optional<At<Boolean>> enable,
      Optional<At<Integer>> port,
      Optional<At<String>> address,
      Optional<At<String>> endpoint) {}

  public record Certificate(
      Optional<At<String>> serviceCertValidityDuration,
      Optional<At<Integer>> certKeyBitSize,
      Optional<IngressGateway> ingressGateway,
      Origin origin) {}

  /// The client certificate that is made for an ingress controller.
  public record IngressGateway(
      List<At<String>> subjectAltNames,
      Optional<At<String>> validityDuration,
      Optional<SecretRef> secret) {
    public IngressGateway {
      subjectAltNames = List.copyOf(subjectAltNames);
    }
  }
}
