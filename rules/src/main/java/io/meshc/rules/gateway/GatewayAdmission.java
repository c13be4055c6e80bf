package io.meshc.rules.gateway;

import io.meshc.rules.gateway.filter.InvalidMirrorShare;
import io.meshc.rules.gateway.filter.MismatchedFilter;
import io.meshc.rules.gateway.filter.MismatchedSession;
import io.meshc.rules.gateway.filter.MisplacedPrefixRewrite;
import io.meshc.rules.gateway.filter.RedirectWithBackends;
import io.meshc.rules.gateway.filter.RepeatedFilter;
import io.meshc.rules.gateway.filter.WildcardBesideValues;
import io.meshc.rules.gateway.listener.HostnameOfStream;
import io.meshc.rules.gateway.listener.InvalidGatewayAddress;
import io.meshc.rules.gateway.listener.InvalidInfrastructureKey;
import io.meshc.rules.gateway.listener.ListenerWithoutCertificate;
import io.meshc.rules.gateway.listener.MismatchedListenerTls;
import io.meshc.rules.gateway.listener.RepeatedFrontendPort;
import io.meshc.rules.gateway.listener.RepeatedListener;
import io.meshc.rules.gateway.policy.ContradictingAuthorities;
import io.meshc.rules.gateway.policy.InvalidRetryInterval;
import io.meshc.rules.gateway.policy.MismatchedAlternativeName;
import io.meshc.rules.gateway.policy.MismatchedBackend;
import io.meshc.rules.gateway.policy.RepeatedPolicyTarget;
import io.meshc.rules.gateway.route.BackendOutlivesRequest;
import io.meshc.rules.gateway.route.InvalidMethodMatch;
import io.meshc.rules.gateway.route.InvalidRoutePath;
import io.meshc.rules.gateway.route.InvalidSniHostname;
import io.meshc.rules.gateway.route.RepeatedParent;
import io.meshc.rules.gateway.route.RepeatedRuleName;
import io.meshc.rules.gateway.route.ServiceWithoutPort;
import io.meshc.rules.gateway.route.TooManyMatches;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// The rules on what the API server makes of an object of the Gateway API, by id: a part of the one list, `Catalog`.
public final class GatewayAdmission {
  private GatewayAdmission() {}

  public static final List<Rule> ALL =
      List.of(
          new RepeatedParent(),
          new ServiceWithoutPort(),
          new InvalidRoutePath(),
          new TooManyMatches(),
          new InvalidMethodMatch(),
          new BackendOutlivesRequest(),
          new RepeatedRuleName(),
          new InvalidSniHostname(),
          new MismatchedFilter(),
          new RepeatedFilter(),
          new RedirectWithBackends(),
          new MisplacedPrefixRewrite(),
          new InvalidMirrorShare(),
          new WildcardBesideValues(),
          new MismatchedSession(),
          new MismatchedListenerTls(),
          new ListenerWithoutCertificate(),
          new HostnameOfStream(),
          new RepeatedListener(),
          new InvalidGatewayAddress(),
          new InvalidInfrastructureKey(),
          new RepeatedFrontendPort(),
          new RepeatedPolicyTarget(),
          new ContradictingAuthorities(),
          new MismatchedAlternativeName(),
          new InvalidRetryInterval(),
          new MismatchedBackend());
}
