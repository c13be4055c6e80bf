package io.meshc.rules.linkerd.policy;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A Server has an access policy, a protocol or a port that is none. Page, examples, tests: InvalidServer.md, beside this file.
public final class InvalidServer implements DocumentRule {

  private static final String POLICIES =
      "all-unauthenticated all-authenticated cluster-authenticated cluster-unauthenticated deny"
          + " audit";
  private static final String PROTOCOLS = "unknown HTTP/1 HTTP/2 gRPC opaque TLS";

  @Override
  public RuleCard card() {
    return new RuleCard("MC0454", "invalid-server", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.policy("Server");
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    oneOf(object.spec().get("accessPolicy"), "access policy", POLICIES, found);
    oneOf(object.spec().get("proxyProtocol"), "protocol", PROTOCOLS, found);
    Part port = object.spec().get("port");
    if (port.number().isPresent() && (port.wholeOr(1) < 1 || port.wholeOr(1) > 65535)) {
      found.say(port, "port " + port.wholeOr(0) + " is not in 1 to 65535");
    }
  }

  private static void oneOf(Part value, String what, String known, Found found) {
    if (value.isThere() && !List.of(known.split(" ")).contains(value.text())) {
      found.say(
          value,
          "`" + value.text() + "` is no " + what,
          "it is one of " + known.replace(" ", ", "));
    }
  }
}
