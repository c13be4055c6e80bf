package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.gateway.route.Route;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A route names a Server as its parent, and is attached to none. Page, examples, tests: UnattachedServerRoute.md, beside this file.
public final class UnattachedServerRoute implements KindsRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
        "MC3603", "unattached-server-route", Category.REFERENCE, Severity.WARNING, "0.1");
  }

  private static final String GROUP = "policy.linkerd.io";

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(HttpRoute.class, GrpcRoute.class);
  }

  @Override
  public Stream<Finding> check(Resource resource, Checked input) {
    Route route = (Route) resource;
    return route.parentRefs().stream().flatMap(it -> said(it, route, input).stream());
  }

  private Optional<Finding> said(ParentRef parent, Route route, Checked input) {
    String namespace = parent.namespace().map(At::value).orElse(route.meta().namespace());
    var server =
        new ResourceId(GROUP, "Server", namespace, parent.name().map(At::value).orElse(""));
    if (!MeshParents.isServer(parent, route, server)) {
      return Optional.empty();
    }
    return because(parent, route, server, input)
        .map(it ->
            at(
                parent.origin(),
                route.meta().id(),
                "route `" + route.meta().name() + "` is attached to no server: " + it));
  }

  private static Optional<String> because(
      ParentRef parent, Route route, ResourceId server, Checked input) {
    if (!server.namespace().equals(route.meta().namespace())) {
      return Optional.of("a Server of another namespace is no parent");
    }
    if (parent.port().isPresent() || parent.sectionName().isPresent()) {
      return Optional.of("a part of a Server is no parent");
    }
    return input.resource(server).isEmpty()
        ? Optional.of("`" + server.label() + "` is not in the input")
        : Optional.empty();
  }
}
