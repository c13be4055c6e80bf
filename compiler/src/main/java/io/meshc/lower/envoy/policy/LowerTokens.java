package io.meshc.lower.envoy.policy;

import io.meshc.dialect.envoy.Address;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.http.HttpFilter;
import io.meshc.dialect.envoy.http.HttpFilter.ClaimHeader;
import io.meshc.dialect.envoy.http.HttpFilter.JwtProvider;
import io.meshc.dialect.envoy.http.HttpFilter.Keys;
import io.meshc.lower.Effect;
import io.meshc.lower.Feature;
import io.meshc.lower.Loss;
import io.meshc.lower.Region;
import io.meshc.lower.envoy.cluster.LowerCluster;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.lower.envoy.route.Clusters;
import io.meshc.model.match.Match;
import io.meshc.model.proxy.TokenPolicy;
import io.meshc.model.proxy.TokenPolicy.Issuer;
import io.meshc.model.proxy.TokenPolicy.Verification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The token policies at a workload → the filter that verifies tokens: one that is missing passes, a bad one does not.
public final class LowerTokens {
  private static final String TIMEOUT = "5s";
  private final Proxy proxy;
  private final Fleet fleet;
  private final Clusters clusters;

  private LowerTokens(Proxy proxy, Fleet fleet, Clusters clusters) {
    this.proxy = proxy;
    this.fleet = fleet;
    this.clusters = clusters;
  }

  /// Empty where nobody asks for tokens.
  public static Optional<HttpFilter> lower(Proxy proxy, Fleet fleet, Clusters clusters) {
    List<JwtProvider> providers = new LowerTokens(proxy, fleet, clusters).providers();
    return providers.isEmpty()
        ? Optional.empty()
        : Optional.of(new HttpFilter.Jwt(providers, false));
  }

  private List<JwtProvider> providers() {
    var providers = new ArrayList<JwtProvider>();
    for (TokenPolicy policy : fleet.mesh().proxies().tokens()) {
      if (policy.plane().equals(proxy.plane().id()) && policy.scope().includes(proxy.workload())) {
        for (int i = 0; i < policy.issuers().size(); i++) {
          String name =
              policy.resource().namespace() + "/" + policy.resource().name() + "[" + i + "]";
          providers.add(provider(name, policy, policy.issuers().get(i)));
        }
      }
    }
    return providers;
  }

  private JwtProvider provider(String name, TokenPolicy policy, Issuer issuer) {
    Verification how = issuer.verification();
    var writes = new ArrayList<ClaimHeader>();
    new TreeMap<>(how.claimHeaders())
        .forEach((header, claim) -> writes.add(new ClaimHeader(header, claim)));
    return new JwtProvider(
        name,
        issuer.name().isEmpty() ? Optional.empty() : Optional.of(issuer.name()),
        issuer.audiences(),
        keys(policy, issuer),
        how.headers().stream()
            .map(it -> new HttpFilter.TokenHeader(it.name(), it.prefix()))
            .toList(),
        how.parameters(),
        how.cookies(),
        issuer.forwards(),
        how.payloadHeader().isEmpty() ? Optional.empty() : Optional.of(how.payloadHeader()),
        writes,
        issuer.splits().stream().sorted().toList());
  }

  /// A key set that the placement has as a file is not fetched. No key at all refuses every token.
  private Keys keys(TokenPolicy policy, Issuer issuer) {
    Verification how = issuer.verification();
    if (!how.keys().isEmpty()) {
      return new Keys.Inline(how.keys());
    }
    String file = fleet.options().placement().jwks().get(how.keysFrom());
    if (file != null) {
      return new Keys.File(file);
    }
    Optional<Cluster> server = server(how.keysFrom());
    if (server.isPresent()) {
      return new Keys.Remote(how.keysFrom(), clusters.add(server.get()), TIMEOUT);
    }
    fleet
        .losses()
        .add(
            new Loss(
                issuer.origin(),
                Optional.of(policy.resource()),
                Feature.TOKENS.label(),
                Effect.NARROWS_ACCESS,
                Region.at(policy.scope(), Match.ANY),
                "the repo does not show by which keys tokens of `"
                    + issuer.name()
                    + "` are verified: none is taken",
                "name a file of keys in `jwks` of the placement, or write `jwksUri`"));
    return new Keys.Inline("{\"keys\":[]}");
  }

  private static Optional<Cluster> server(String from) {
    URI uri;
    try {
      uri = URI.create(from);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String host = uri.getHost();
    if (host == null || uri.getScheme() == null) {
      return Optional.empty();
    }
    boolean secure = uri.getScheme().equals("https");
    int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
    return Optional.of(
        LowerCluster.external("jwks|" + port + "|" + host, new Address(host, port), secure));
  }
}
