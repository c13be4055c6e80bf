package io.meshc.normalize.gateway;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.ClassObject;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.policy.BackendObject;
import io.meshc.dialect.gateway.policy.BackendTlsPolicy;
import io.meshc.dialect.gateway.policy.BackendTrafficPolicy;
import io.meshc.dialect.gateway.route.BackendRef;
import io.meshc.dialect.gateway.route.Filter;
import io.meshc.dialect.gateway.route.GrpcRoute;
import io.meshc.dialect.gateway.route.HttpRoute;
import io.meshc.dialect.gateway.route.StreamRoute;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.Scope;
import io.meshc.normalize.Ledger;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// Fields that the model has no place for, each a problem: of most of them no decision depends on it, of a few it does.
final class Uncarried {
  private final Meta meta;
  private final Ledger ledger;
  private final List<Problem> problems;

  private Uncarried(Meta meta, Ledger ledger, List<Problem> problems) {
    this.meta = meta;
    this.ledger = ledger;
    this.problems = problems;
  }

  static void in(Resources resources, Ledger ledger, List<Problem> problems) {
    for (HttpRoute it : resources.of(HttpRoute.class)) {
      var found = new Uncarried(it.meta(), ledger, problems);
      for (HttpRoute.Rule rule : it.rules()) {
        found.filters(rule.filters(), rule.backendRefs());
        found.part(rule.timeouts().map(HttpRoute.Timeouts::origin));
        found.part(rule.retry().map(HttpRoute.Retry::origin));
        found.part(rule.sessionPersistence().map(at -> at.origin()));
      }
    }
    for (GrpcRoute it : resources.of(GrpcRoute.class)) {
      var found = new Uncarried(it.meta(), ledger, problems);
      for (GrpcRoute.Rule rule : it.rules()) {
        found.filters(rule.filters(), rule.backendRefs());
        found.part(rule.sessionPersistence().map(at -> at.origin()));
      }
    }
    for (StreamRoute it : resources.of(StreamRoute.class)) {
      if (it.meta().id().kind().equals("UDPRoute")) {
        new Uncarried(it.meta(), ledger, problems).whole();
      }
    }
    for (BackendTlsPolicy it : resources.of(BackendTlsPolicy.class)) {
      new Uncarried(it.meta(), ledger, problems).touching();
    }
    for (Gateway it : resources.of(Gateway.class)) {
      new Uncarried(it.meta(), ledger, problems).gateway(it);
    }
    for (ClassObject it : resources.of(ClassObject.class)) {
      new Uncarried(it.meta(), ledger, problems).unlost();
    }
    for (Class<? extends Resource> kind : WHOLE) {
      resources.of(kind).forEach(it -> new Uncarried(it.meta(), ledger, problems).whole());
    }
  }

  /// Kinds that say how often backends are called, or stand for servers that a route has to name.
  private static final List<Class<? extends Resource>> WHOLE =
      List.of(BackendTrafficPolicy.class, BackendObject.class);

  private void gateway(Gateway gateway) {
    part(gateway.infrastructure().flatMap(it -> it.parametersRef()).map(it -> it.origin()));
    part(gateway.tls().flatMap(Gateway.Tls::backend).map(Gateway.BackendTls::origin));
  }

  private void filters(List<Filter> filters, List<BackendRef> backends) {
    filters.forEach(this::filter);
    backends.forEach(it -> it.filters().forEach(this::filter));
  }

  private void filter(Filter filter) {
    part(filter.responseHeaderModifier().map(Filter.HeaderModifier::origin));
    part(filter.requestMirror().map(Filter.Mirror::origin));
    touching(filter.externalAuth().map(Filter.ExternalAuth::origin));
    touching(filter.extensionRef().map(Filter.Extension::origin));
  }

  private void part(Optional<Origin> at) {
    at.ifPresent(it -> lost(it, "field `" + it.path() + "`"));
  }

  private void touching(Optional<Origin> at) {
    at.ifPresent(it ->
        add(
            Problem.Kind.NOT_MODELLED,
            it,
            "field `" + it.path() + "` is not in the model: what it may touch is unknown"));
  }

  private void touching() {
    String kind = meta.id().kind();
    String message = "`" + kind + "` is not in the model: what it may touch is unknown";
    add(Problem.Kind.NOT_MODELLED, meta.origin(), message);
  }

  private void whole() {
    lost(meta.origin(), "`" + meta.id().kind() + "`");
  }

  /// A class says who reads the rest, which a translation answers by itself.
  private void unlost() {
    said(meta.origin(), "`" + meta.id().kind() + "`");
  }

  /// A translation to something else has to say so.
  private void lost(Origin origin, String what) {
    var everywhere = new Scope.Everywhere();
    ledger.add(new Extension(meta.id(), ToTheText.OWN, everywhere, what, Touches.HANDLING, origin));
    said(origin, what);
  }

  private void said(Origin origin, String what) {
    String message = what + " is not in the model: no decision depends on it";
    add(Problem.Kind.NOT_CARRIED, origin, message);
  }

  private void add(Problem.Kind kind, Origin origin, String message) {
    problems.add(new Problem(kind, origin, message, "").in(meta.id()));
  }
}
