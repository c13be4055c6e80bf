package io.meshc.dialect.istio.mesh;

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
    Origin origin) {
  public MeshConfig {
    trustDomainAliases = List.copyOf(trustDomainAliases);
    defaultServiceExportTo = List.copyOf(defaultServiceExportTo);
    defaultVirtualServiceExportTo = List.copyOf(defaultVirtualServiceExportTo);
    defaultDestinationRuleExportTo = List.copyOf(defaultDestinationRuleExportTo);
    providers = List.copyOf(providers);
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
          Origin.none());

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
