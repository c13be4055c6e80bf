package io.meshc.rules.gateway.status;

import io.meshc.rules.gateway.reference.UngrantedReference;
import io.meshc.rules.gateway.reference.UnusableAuthority;
import io.meshc.rules.gateway.reference.UnusableCertificate;
import io.meshc.rules.linkerd.status.MisboundServerRoute;
import io.meshc.rules.linkerd.status.RepeatedRateLimit;
import io.meshc.rules.linkerd.status.UnacceptedEgressNetwork;
import io.meshc.rules.linkerd.status.UnknownAuthentication;
import io.meshc.rules.linkerd.status.UnknownMeshTarget;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// The rules on what controllers make of objects, by id: a part of the one list, `Catalog`.
public final class Conditions {
  private Conditions() {}

  public static final List<Rule> ALL =
      List.of(
          new UnknownParent(),
          new UnmatchedListener(),
          new RouteNotAllowed(),
          new UnmatchedHostname(),
          new UngrantedReference(),
          new UnsupportedBackend(),
          new UnknownBackend(),
          new UnsupportedRouteKind(),
          new UnusableCertificate(),
          new UnusableAuthority(),
          new ConflictingListeners(),
          new ListenerSetNotAllowed(),
          new ConflictingBackendTls(),
          new ConflictingMeshRoutes(),
          new UnknownTarget(),
          new UnknownParameters(),
          new UnknownMeshTarget(),
          new UnknownAuthentication(),
          new MisboundServerRoute(),
          new RepeatedRateLimit(),
          new UnacceptedEgressNetwork());
}
