package io.meshc.dialect.osm;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.osm.config.ParseExtensionService;
import io.meshc.dialect.osm.config.ParseMeshConfig;
import io.meshc.dialect.osm.config.ParseMeshRootCertificate;
import io.meshc.dialect.osm.policy.ParseEgress;
import io.meshc.dialect.osm.policy.ParseIngressBackend;
import io.meshc.dialect.osm.policy.ParseRetry;
import io.meshc.dialect.osm.policy.ParseTelemetry;
import io.meshc.dialect.osm.policy.ParseUpstreamTrafficSetting;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → the record of its kind. Empty for a kind or version that meshc does not read, with a problem that says so.
public final class ParseOsm {
  private ParseOsm() {}

  public static Outcome<Optional<Resource>> parse(
      Document document, Header header, String defaultNamespace) {
    List<String> versions = OsmGroups.versions(header.group(), header.kind());
    if (!versions.contains(header.version())) {
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(versions)));
    }
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    Resource resource = resource(header, top, meta, problems);
    top.done();
    return new Outcome<>(Optional.of(resource), problems);
  }

  private static Resource resource(Header header, Fields top, Meta meta, List<Problem> problems) {
    return switch (header.kind()) {
      case "MeshConfig" -> ParseMeshConfig.parse(top, meta, problems);
      case "MeshRootCertificate" -> ParseMeshRootCertificate.parse(top, meta);
      case "ExtensionService" -> ParseExtensionService.parse(top, meta);
      case "Egress" -> ParseEgress.parse(top, meta);
      case "IngressBackend" -> ParseIngressBackend.parse(top, meta);
      case "Retry" -> ParseRetry.parse(top, meta);
      case "UpstreamTrafficSetting" -> ParseUpstreamTrafficSetting.parse(top, meta);
      case "Telemetry" -> ParseTelemetry.parse(top, meta);
      default -> unread(header, top, meta, problems);
    };
  }

  private static Resource unread(Header header, Fields top, Meta meta, List<Problem> problems) {
    top.ignoreRest();
    problems.add(header.notUnderstood(meta));
    return new OsmObject(meta);
  }
}
