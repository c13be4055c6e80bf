package io.meshc.rules.linkerd;

import io.meshc.rules.linkerd.annotation.InvalidAccrual;
import io.meshc.rules.linkerd.annotation.InvalidPortList;
import io.meshc.rules.linkerd.annotation.InvalidProxySetting;
import io.meshc.rules.linkerd.annotation.InvalidRetryAnnotation;
import io.meshc.rules.linkerd.annotation.MisplacedMeshLabel;
import io.meshc.rules.linkerd.annotation.UnknownInboundPolicy;
import io.meshc.rules.linkerd.policy.ClientlessAuthorization;
import io.meshc.rules.linkerd.policy.ContradictingClient;
import io.meshc.rules.linkerd.policy.InvalidIdentityRef;
import io.meshc.rules.linkerd.policy.InvalidMeshIdentity;
import io.meshc.rules.linkerd.policy.InvalidNetwork;
import io.meshc.rules.linkerd.policy.InvalidPolicyTarget;
import io.meshc.rules.linkerd.policy.InvalidRateLimit;
import io.meshc.rules.linkerd.policy.InvalidServer;
import io.meshc.rules.linkerd.policy.SeveralAuthentications;
import io.meshc.rules.linkerd.profile.InvalidProfileCondition;
import io.meshc.rules.linkerd.profile.InvalidProfileName;
import io.meshc.rules.linkerd.profile.InvalidProfileRoute;
import io.meshc.rules.linkerd.route.CoreServiceWithoutPort;
import io.meshc.rules.linkerd.route.EgressWithoutPort;
import io.meshc.rules.linkerd.route.InvalidMeshMatch;
import io.meshc.rules.linkerd.route.InvalidMeshRedirect;
import io.meshc.rules.linkerd.route.InvalidRouteAnnotation;
import io.meshc.rules.linkerd.route.InvalidRouteTimeout;
import io.meshc.rules.linkerd.route.RegexMethodMatch;
import io.meshc.rules.linkerd.route.SeveralStreamRules;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// The rules on what the webhooks of Linkerd and its controller make of an object, by id: a part of the one list, `Catalog`.
public final class LinkerdAdmission {
  private LinkerdAdmission() {}

  public static final List<Rule> ALL =
      List.of(
          new InvalidPolicyTarget(),
          new SeveralAuthentications(),
          new InvalidMeshIdentity(),
          new InvalidIdentityRef(),
          new InvalidServer(),
          new InvalidNetwork(),
          new ContradictingClient(),
          new InvalidRateLimit(),
          new EgressWithoutPort(),
          new InvalidMeshMatch(),
          new InvalidMeshRedirect(),
          new InvalidRouteTimeout(),
          new CoreServiceWithoutPort(),
          new SeveralStreamRules(),
          new InvalidRouteAnnotation(),
          new RegexMethodMatch(),
          new InvalidProfileName(),
          new InvalidProfileRoute(),
          new InvalidProfileCondition(),
          new ClientlessAuthorization(),
          new InvalidAccrual(),
          new InvalidRetryAnnotation(),
          new UnknownInboundPolicy(),
          new InvalidPortList(),
          new InvalidProxySetting(),
          new MisplacedMeshLabel());
}
