package io.meshc.rules.gateway.status;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.rules.gateway.GatewayKinds;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;
import java.util.Optional;

/// A route sends requests to a Service that is not there, or to no port of it. Page, examples, tests: UnknownBackend.md, beside this file.
public final class UnknownBackend implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC3706", "unknown-backend", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return GatewayKinds.ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    for (Part backend : GatewayKinds.backends(object)) {
      String namespace = backend.get("namespace").textOr(object.id().namespace());
      if (backend.get("group").textOr("").isEmpty()
          && backend.get("kind").textOr("Service").equals("Service")
          && backend.get("name").isThere()) {
        check(backend, new ServiceName(namespace, backend.get("name").text()), input, found);
      }
    }
  }

  private static void check(Part backend, ServiceName name, Checked input, Found found) {
    Optional<Service> service = input.lookup().service(name);
    if (service.isEmpty()) {
      Presence presence =
          Presence.of(new ResourceId("", "Service", name.namespace(), name.name()), input);
      if (presence.isGone()) {
        found.say(
            backend.get("name"),
            presence.severity(),
            "Service `" + name.name() + "` is not in namespace `" + name.namespace() + "`");
      }
      return;
    }
    long port = backend.get("port").wholeOr(0);
    if (port != 0 && !service.get().ports().isEmpty() && service.get().port((int) port).isEmpty()) {
      found.say(backend.get("port"), "Service `" + name.label() + "` has no port " + port);
    }
  }
}
