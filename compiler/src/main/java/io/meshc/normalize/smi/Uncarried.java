package io.meshc.normalize.smi;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.osm.config.ExtensionService;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.config.MeshRootCertificate;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.MatchRef;
import io.meshc.dialect.osm.policy.RateLimit;
import io.meshc.dialect.osm.policy.Retry;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.dialect.osm.policy.Telemetry;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;

/// What of Open Service Mesh no decision depends on, each a problem: how proxies run, how
/// often they try again, how much they let through, what they write down. And whom such objects name.
final class Uncarried {
  /// Features that, switched on, change how the control plane works or what proxies count.
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "enableWASMStats",
          "enableMulticlusterMode",
          "enableSnapshotCacheMode",
          "enableAsyncProxyServiceMapping",
          "enableEnvoyActiveHealthChecks");

  private final Ledger ledger;
  private final List<Problem> problems;

  private Uncarried(Ledger ledger, List<Problem> problems) {
    this.ledger = ledger;
    this.problems = problems;
  }

  static void in(Resources resources, Ledger ledger, List<Problem> problems) {
    var found = new Uncarried(ledger, problems);
    resources.of(MeshConfig.class).stream().filter(MeshConfig::isRead).forEach(found::config);
    resources.of(MeshRootCertificate.class).forEach(found::certificate);
    resources.of(ExtensionService.class).forEach(it -> found.whole(it.meta()));
    resources.of(Telemetry.class).forEach(found::telemetry);
    resources.of(Retry.class).forEach(found::retry);
    resources.of(UpstreamTrafficSetting.class).forEach(found::setting);
    resources.of(IngressBackend.class).forEach(found::ingress);
  }

  private void config(MeshConfig config) {
    part(config.meta(), config.sidecar().map(MeshConfig.Sidecar::origin));
    part(config.meta(), config.observability().map(MeshConfig.Observability::origin));
    part(config.meta(), config.certificate().map(MeshConfig.Certificate::origin));
    for (String feature : WITHOUT_EFFECT) {
      part(config.meta(), config.feature(feature).filter(At::value).map(At::origin));
    }
  }

  private void certificate(MeshRootCertificate certificate) {
    part(certificate.meta(), certificate.provider().map(MeshRootCertificate.Provider::origin));
    part(certificate.meta(), certificate.spiffeEnabled().map(At::origin));
  }

  private void telemetry(Telemetry telemetry) {
    whole(telemetry.meta());
    telemetry
        .accessLog()
        .flatMap(Telemetry.AccessLog::openTelemetry)
        .flatMap(Telemetry.OpenTelemetry::extensionService)
        .ifPresent(it -> {
          String namespace = it.namespace().map(At::value).orElse(telemetry.meta().namespace());
          it.name()
              .ifPresent(name ->
                  refer(
                      telemetry.meta(),
                      new ResourceId(OsmGroups.CONFIG, "ExtensionService", namespace, name.value()),
                      "extension service",
                      name.origin()));
        });
  }

  private void retry(Retry retry) {
    whole(retry.meta());
    load(retry.meta(), retry.meta().origin(), "what is tried again");
    retry.source().ifPresent(it -> subject(retry.meta(), it, "ServiceAccount", "source account"));
    retry.destinations().forEach(it -> subject(retry.meta(), it, "Service", "destination service"));
  }

  private void subject(Meta meta, Subject subject, String kind, String role) {
    String namespace = subject.namespace().map(At::value).orElse(meta.namespace());
    subject
        .name()
        .filter(_ -> subject.is(kind))
        .ifPresent(
            it -> refer(meta, new ResourceId("", kind, namespace, it.value()), role, it.origin()));
  }

  private void setting(UpstreamTrafficSetting setting) {
    part(setting.meta(), setting.connections().map(UpstreamTrafficSetting.Connections::origin));
    part(
        setting.meta(), setting.rateLimit().flatMap(RateLimit::local).map(RateLimit.Local::origin));
    setting
        .connections()
        .ifPresent(it ->
            load(setting.meta(), it.origin(), "how many connections and requests there may be"));
    setting
        .rateLimit()
        .flatMap(RateLimit::local)
        .ifPresent(it -> load(setting.meta(), it.origin(), "how many requests a server takes"));
    setting.httpRoutes().stream()
        .filter(it -> it.rateLimit().flatMap(RateLimit.OfRoute::local).isPresent())
        .forEach(it -> load(setting.meta(), it.origin(), "how many requests a route takes"));
    setting.httpRoutes().forEach(it -> part(setting.meta(), Optional.of(it.origin())));
  }

  /// It stands in the definition, and no release has ever read it.
  private void ingress(IngressBackend ingress) {
    part(ingress.meta(), ingress.matches().stream().findFirst().map(MatchRef::origin));
  }

  /// A translation has to say that it is lost.
  private void load(Meta meta, Origin origin, String what) {
    ledger.add(
        new Extension(
            meta.id(), Control.PLANE, new Scope.Everywhere(), what, Touches.LOAD, origin));
  }

  private void whole(Meta meta) {
    add(meta, meta.origin(), "`" + meta.id().kind() + "`");
  }

  private void part(Meta meta, Optional<Origin> origin) {
    origin.ifPresent(it -> add(meta, it, "field `" + it.path() + "`"));
  }

  private void add(Meta meta, Origin origin, String what) {
    String message = "no decision depends on " + what;
    problems.add(new Problem(Problem.Kind.NOT_CARRIED, origin, message, "").in(meta.id()));
  }

  private void refer(Meta meta, ResourceId to, String role, Origin origin) {
    ledger.add(new DeclaredReference(meta.id(), to, role, origin));
  }
}
