package io.meshc.dialect.istio.mesh;

import io.meshc.dialect.istio.routing.LoadBalancer;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What is absent has Istio's default.
///
/// @param trustDomainAliases whose identities count as those of `trustDomain`
/// @param autoMtls whether clients find out by themselves that a server takes mutual TLS
/// @param numTrustedProxies of `defaultConfig.gatewayTopology`
/// @param providers names of `extensionProviders`
/// @param dnsCapture `ISTIO_META_DNS_CAPTURE` of `defaultConfig.proxyMetadata`: proxies answer names themselves
/// @param origin of the whole
public record MeshConfig(
    Optional<At<String>> rootNamespace,
    Optional<At<String>> trustDomain,
    List<At<String>> trustDomainAliases,
    Optional<At<Outbound>> outboundTrafficPolicy,
    Optional<At<Normalization>> pathNormalization,
    Optional<At<Boolean>> autoMtls,
    Optional<At<Long>> numTrustedProxies,
    List<At<String>> defaultServiceExportTo,
    List<At<String>> defaultVirtualServiceExportTo,
    List<At<String>> defaultDestinationRuleExportTo,
    List<At<String>> providers,
    List<HostSettings> serviceSettings,
    Optional<LoadBalancer.Locality> localityLbSetting,
    Optional<At<String>> dnsCapture,
    Origin origin) {
  public MeshConfig {
    trustDomainAliases = List.copyOf(trustDomainAliases);
    defaultServiceExportTo = List.copyOf(defaultServiceExportTo);
    defaultVirtualServiceExportTo = List.copyOf(defaultVirtualServiceExportTo);
    defaultDestinationRuleExportTo = List.copyOf(defaultDestinationRuleExportTo);
    providers = List.copyOf(providers);
    serviceSettings = List.copyOf(serviceSettings);
  }

  /// Nothing but defaults.
  public static final MeshConfig DEFAULT =
      new MeshConfig(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Origin.none());

  /// One entry of `serviceSettings`. @param clusterLocal whether what is sent to the hosts stays in the cluster
  public record HostSettings(
      Optional<At<Boolean>> clusterLocal, List<At<String>> hosts, Origin origin) {
    public HostSettings {
      hosts = List.copyOf(hosts);
    }
  }

  public enum Outbound {
    REGISTRY_ONLY,
    ALLOW_ANY,
    ALLOW_ANY_DYNAMIC_DNS
  }

  public enum Normalization {
    DEFAULT,
    NONE,
    BASE,
    MERGE_SLASHES,
    DECODE_AND_MERGE_SLASHES
  }
}
