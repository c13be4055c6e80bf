package io.meshc.rules.linkerd.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.gateway.status.Presence;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// What an object of Linkerd is about is not there. Page, examples, tests: UnknownMeshTarget.md, beside this file.
public final class UnknownMeshTarget implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(
          new Kind(LinkerdKinds.GROUP, "AuthorizationPolicy"),
          new Kind(LinkerdKinds.GROUP, "ServerAuthorization"),
          new Kind(LinkerdKinds.GROUP, "HTTPLocalRateLimitPolicy"),
          LinkerdKinds.HTTP,
          GatewayKinds.HTTP,
          GatewayKinds.GRPC,
          GatewayKinds.TLS,
          GatewayKinds.TCP);

  @Override
  public RuleCard card() {
    return new RuleCard("MC3720", "unknown-mesh-target", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    target(object.spec().get("targetRef"), object, input, found);
    Part server = object.spec().get("server", "name");
    if (server.isThere()) {
      say(
          server,
          new ResourceId(LinkerdKinds.GROUP, "Server", object.id().namespace(), server.text()),
          input,
          found);
    }
    for (Part parent : object.spec().each("parentRefs")) {
      target(parent, object, input, found);
    }
  }

  /// Namespaces, Services and Gateways are asked for by other rules.
  private static void target(Part target, Written of, Checked input, Found found) {
    for (Kind kind : Targets.KINDS) {
      if (LinkerdKinds.isOf(target, kind.group(), kind.kind())) {
        String namespace = target.get("namespace").textOr(of.id().namespace());
        var id = new ResourceId(kind.group(), kind.kind(), namespace, target.get("name").text());
        say(target, id, input, found);
      }
    }
  }

  private static void say(Part place, ResourceId id, Checked input, Found found) {
    Presence presence = Presence.of(id, input);
    if (presence.isGone()) {
      found.say(
          place,
          presence.severity(),
          id.kind() + " `" + id.name() + "` is not in namespace `" + id.namespace() + "`");
    }
  }
}
