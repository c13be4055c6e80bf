package io.meshc.dialect.osm.policy;

import io.meshc.dialect.Meta;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Connections;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Http;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.HttpRoute;
import io.meshc.dialect.osm.policy.UpstreamTrafficSetting.Tcp;
import io.meshc.yaml.Fields;

/// `spec` of an UpstreamTrafficSetting → record.
public final class ParseUpstreamTrafficSetting {
  private ParseUpstreamTrafficSetting() {}

  public static UpstreamTrafficSetting parse(Fields top, Meta meta) {
    Fields spec = top.object("spec").orElseGet(() -> top.nothing("spec"));
    var result =
        new UpstreamTrafficSetting(
            meta,
            spec.string("host"),
            spec.object("connectionSettings").map(ParseUpstreamTrafficSetting::connections),
            spec.object("rateLimit").map(ParseRateLimit::parse),
            spec.objects("httpRoutes").stream()
                .map(ParseUpstreamTrafficSetting::httpRoute)
                .toList());
    spec.done();
    return result;
  }

  private static Connections connections(Fields fields) {
    var result =
        new Connections(
            fields.object("tcp").map(ParseUpstreamTrafficSetting::tcp),
            fields.object("http").map(ParseUpstreamTrafficSetting::http),
            fields.origin());
    fields.done();
    return result;
  }

  private static Tcp tcp(Fields fields) {
    var result = new Tcp(fields.integer("maxConnections"), fields.string("connectTimeout"));
    fields.done();
    return result;
  }

  private static Http http(Fields fields) {
    var result =
        new Http(
            fields.integer("maxRequests"),
            fields.integer("maxRequestsPerConnection"),
            fields.integer("maxPendingRequests"),
            fields.integer("maxRetries"));
    fields.done();
    return result;
  }

  private static HttpRoute httpRoute(Fields fields) {
    var result =
        new HttpRoute(
            fields.string("path"),
            fields.object("rateLimit").map(ParseRateLimit::ofRoute),
            fields.origin());
    fields.done();
    return result;
  }
}
