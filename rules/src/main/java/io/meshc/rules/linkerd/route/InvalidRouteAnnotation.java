package io.meshc.rules.linkerd.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.rules.linkerd.annotation.MeshAnnotations;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// An annotation of a route says what Linkerd cannot read. Page, examples, tests: InvalidRouteAnnotation.md, beside this file.
public final class InvalidRouteAnnotation implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(LinkerdKinds.HTTP, GatewayKinds.HTTP, GatewayKinds.GRPC);

  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0466", "invalid-route-annotation", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part parent : object.spec().each("parentRefs")) {
      if (LinkerdKinds.isOutbound(parent)) {
        boolean grpc = object.id().kind().equals("GRPCRoute");
        MeshAnnotations.retry(object, grpc ? "grpc" : "http", found);
        MeshAnnotations.timeouts(object, found);
        MeshAnnotations.accrual(object, found);
        break;
      }
    }
  }
}
