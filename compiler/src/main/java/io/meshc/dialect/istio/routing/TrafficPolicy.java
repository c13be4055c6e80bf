package io.meshc.dialect.istio.routing;

import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// @param portLevelSettings each in the place of the whole policy at its port
/// @param tls absent where the proxy finds out by itself
public record TrafficPolicy(
    Optional<LoadBalancer> loadBalancer,
    Optional<ConnectionPool> connectionPool,
    Optional<OutlierDetection> outlierDetection,
    Optional<Tls> tls,
    List<PortPolicy> portLevelSettings,
    Optional<Tunnel> tunnel,
    Optional<ProxyProtocol> proxyProtocol,
    Optional<RetryBudget> retryBudget,
    Origin origin) {
  public TrafficPolicy {
    portLevelSettings = List.copyOf(portLevelSettings);
  }

  /// How the client's proxy encrypts.
  public enum Mode {
    DISABLE,
    SIMPLE,
    MUTUAL,
    ISTIO_MUTUAL
  }

  public enum ProxyVersion {
    V1,
    V2
  }

  public record PortPolicy(
      Optional<PortSelector> port,
      Optional<LoadBalancer> loadBalancer,
      Optional<ConnectionPool> connectionPool,
      Optional<OutlierDetection> outlierDetection,
      Optional<Tls> tls,
      Origin origin) {}

  public record OutlierDetection(
      Optional<At<Long>> consecutiveErrors,
      Optional<At<Boolean>> splitExternalLocalOriginErrors,
      Optional<At<Long>> consecutiveLocalOriginFailures,
      Optional<At<Long>> consecutiveGatewayErrors,
      Optional<At<Long>> consecutive5xxErrors,
      Optional<At<String>> interval,
      Optional<At<String>> baseEjectionTime,
      Optional<At<Long>> maxEjectionPercent,
      Optional<At<Long>> minHealthPercent,
      List<At<Long>> outlierDetectionHttpErrorCodes,
      Origin origin) {
    public OutlierDetection {
      outlierDetectionHttpErrorCodes = List.copyOf(outlierDetectionHttpErrorCodes);
    }
  }

  /// @param credentialName of a Secret, in the place of the files
  public record Tls(
      Optional<At<Mode>> mode,
      Optional<At<String>> clientCertificate,
      Optional<At<String>> privateKey,
      Optional<At<String>> caCertificates,
      Optional<At<String>> credentialName,
      List<At<String>> subjectAltNames,
      Optional<At<String>> sni,
      Optional<At<Boolean>> insecureSkipVerify,
      Optional<At<String>> caCrl,
      Origin origin) {
    public Tls {
      subjectAltNames = List.copyOf(subjectAltNames);
    }

    public static Tls of(At<Mode> mode) {
      return new Tls(
          Optional.of(mode),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          mode.origin());
    }
  }

  public record Tunnel(
      Optional<At<String>> protocol,
      Optional<At<String>> targetHost,
      Optional<At<Long>> targetPort,
      Origin origin) {}

  public record ProxyProtocol(Optional<At<ProxyVersion>> version, Origin origin) {}

  public record RetryBudget(
      Optional<At<BigDecimal>> percent,
      Optional<At<Long>> minRetryConcurrency,
      Optional<At<String>> budgetInterval,
      Origin origin) {}
}
