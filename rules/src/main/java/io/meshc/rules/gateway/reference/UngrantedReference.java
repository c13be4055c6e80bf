package io.meshc.rules.gateway.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A reference leads into another namespace, and nobody there permits it. Page, examples, tests: UngrantedReference.md, beside this file.
public final class UngrantedReference implements DocumentRule {

  private static final List<Kind> KINDS =
      List.of(
          GatewayKinds.HTTP,
          GatewayKinds.GRPC,
          GatewayKinds.TLS,
          GatewayKinds.TCP,
          GatewayKinds.UDP,
          GatewayKinds.GATEWAY,
          GatewayKinds.LISTENER_SET);

  @Override
  public RuleCard card() {
    return new RuleCard("MC3704", "ungranted-reference", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return KINDS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (!GatewayKinds.ROUTES.contains(new Kind(object.id().group(), object.id().kind()))) {
      Certificates.references(object).forEach(it -> check(object, it, it.kind(), input, found));
    } else if (isAtGateway(object)) {
      for (Part backend : GatewayKinds.backends(object)) {
        check(object, new Certificates.Reference(backend, "Service"), "Service", input, found);
      }
    }
  }

  private static void check(
      Written from, Certificates.Reference reference, String kind, Checked input, Found found) {
    Part place = reference.place();
    if (place.get("namespace").isThere()) {
      var to =
          new ResourceId(
              place.get("group").textOr(""),
              place.get("kind").textOr(kind),
              place.get("namespace").text(),
              place.get("name").text());
      Grants.check(from, to, place, input, found);
    }
  }

  /// Between Services in the mesh no permission is needed.
  private static boolean isAtGateway(Written route) {
    for (Part parent : route.spec().each("parentRefs")) {
      if (parent.get("group").textOr(GatewayKinds.GROUP).equals(GatewayKinds.GROUP)) {
        return true;
      }
    }
    return false;
  }
}
