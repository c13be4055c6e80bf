package io.meshc.rules.linkerd.status;

import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.DocumentRule.Kind;
import java.util.List;

/// What objects of Linkerd are about, beside namespaces and Services.
final class Targets {
  static final List<Kind> KINDS =
      List.of(
          new Kind(LinkerdKinds.GROUP, "Server"),
          new Kind(LinkerdKinds.GROUP, "EgressNetwork"),
          LinkerdKinds.HTTP,
          GatewayKinds.HTTP,
          GatewayKinds.GRPC);

  private Targets() {}
}
