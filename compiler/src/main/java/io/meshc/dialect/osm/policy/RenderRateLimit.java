package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.dialect.osm.policy.RateLimit.AddedHeader;
import io.meshc.dialect.osm.policy.RateLimit.Entry;
import io.meshc.dialect.osm.policy.RateLimit.GenericKey;
import io.meshc.dialect.osm.policy.RateLimit.Global;
import io.meshc.dialect.osm.policy.RateLimit.GlobalHttp;
import io.meshc.dialect.osm.policy.RateLimit.GlobalTcp;
import io.meshc.dialect.osm.policy.RateLimit.Header;
import io.meshc.dialect.osm.policy.RateLimit.HeaderValueMatch;
import io.meshc.dialect.osm.policy.RateLimit.HttpDescriptor;
import io.meshc.dialect.osm.policy.RateLimit.HttpEntry;
import io.meshc.dialect.osm.policy.RateLimit.Local;
import io.meshc.dialect.osm.policy.RateLimit.LocalHttp;
import io.meshc.dialect.osm.policy.RateLimit.LocalTcp;
import io.meshc.dialect.osm.policy.RateLimit.OfRoute;
import io.meshc.dialect.osm.policy.RateLimit.RequestHeader;
import io.meshc.dialect.osm.policy.RateLimit.Server;
import io.meshc.dialect.osm.policy.RateLimit.TcpDescriptor;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;

/// `rateLimit` → node.
final class RenderRateLimit {
  private RenderRateLimit() {}

  static Node render(RateLimit it) {
    return Nodes.map()
        .putIfPresent("local", it.local(), RenderRateLimit::local)
        .putIfPresent("global", it.global(), RenderRateLimit::global)
        .build();
  }

  static Node ofRoute(OfRoute it) {
    return Nodes.map()
        .putIfPresent("local", it.local(), RenderRateLimit::localHttp)
        .putIfPresent(
            "global",
            it.descriptors(),
            all -> Nodes.map().putList("descriptors", descriptors(all)).build())
        .build();
  }

  private static Node local(Local it) {
    return Nodes.map()
        .putIfPresent("tcp", it.tcp(), RenderRateLimit::localTcp)
        .putIfPresent("http", it.http(), RenderRateLimit::localHttp)
        .build();
  }

  private static Node localTcp(LocalTcp it) {
    return Nodes.map()
        .putIfPresent("connections", it.connections(), RenderPart::number)
        .putIfPresent("unit", it.unit(), RenderPart::text)
        .putIfPresent("burst", it.burst(), RenderPart::number)
        .build();
  }

  private static Node localHttp(LocalHttp it) {
    return Nodes.map()
        .putIfPresent("requests", it.requests(), RenderPart::number)
        .putIfPresent("unit", it.unit(), RenderPart::text)
        .putIfPresent("burst", it.burst(), RenderPart::number)
        .putIfPresent("responseStatusCode", it.status(), RenderPart::number)
        .putList("responseHeadersToAdd", it.responseHeaders(), RenderRateLimit::added)
        .build();
  }

  private static Node added(AddedHeader it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderPart::text)
        .putIfPresent("value", it.value(), RenderPart::text)
        .build();
  }

  private static Node global(Global it) {
    return Nodes.map()
        .putIfPresent("tcp", it.tcp(), RenderRateLimit::globalTcp)
        .putIfPresent("http", it.http(), RenderRateLimit::globalHttp)
        .build();
  }

  private static Node server(Server it) {
    return Nodes.map()
        .putIfPresent("host", it.host(), RenderPart::text)
        .putIfPresent("port", it.port(), RenderPart::number)
        .build();
  }

  private static Node globalTcp(GlobalTcp it) {
    return Nodes.map()
        .putIfPresent("rateLimitService", it.service(), RenderRateLimit::server)
        .putIfPresent("domain", it.domain(), RenderPart::text)
        .putList("descriptors", it.descriptors(), RenderRateLimit::descriptor)
        .putIfPresent("timeout", it.timeout(), RenderPart::text)
        .putIfPresent("failOpen", it.failOpen(), RenderPart::flag)
        .build();
  }

  private static Node descriptor(TcpDescriptor it) {
    return Nodes.map().putList("entries", it.entries(), RenderRateLimit::entry).build();
  }

  private static Node entry(Entry it) {
    return Nodes.map()
        .putIfPresent("key", it.key(), RenderPart::text)
        .putIfPresent("value", it.value(), RenderPart::text)
        .build();
  }

  private static Node globalHttp(GlobalHttp it) {
    return Nodes.map()
        .putIfPresent("rateLimitService", it.service(), RenderRateLimit::server)
        .putIfPresent("domain", it.domain(), RenderPart::text)
        .putList("descriptors", descriptors(it.descriptors()))
        .putIfPresent("timeout", it.timeout(), RenderPart::text)
        .putIfPresent("failOpen", it.failOpen(), RenderPart::flag)
        .putIfPresent("enableXRateLimitHeaders", it.headers(), RenderPart::flag)
        .putIfPresent("responseStatusCode", it.status(), RenderPart::number)
        .build();
  }

  private static List<Node> descriptors(List<HttpDescriptor> all) {
    return all.stream()
        .<Node>map(
            it -> Nodes.map().putList("entries", it.entries(), RenderRateLimit::httpEntry).build())
        .toList();
  }

  private static Node httpEntry(HttpEntry it) {
    return Nodes.map()
        .putIfPresent("genericKey", it.genericKey(), RenderRateLimit::genericKey)
        .putIfPresent("remoteAddress", it.remoteAddress(), _ -> Nodes.map().build())
        .putIfPresent("requestHeader", it.requestHeader(), RenderRateLimit::requestHeader)
        .putIfPresent("headerValueMatch", it.headerValueMatch(), RenderRateLimit::headerValueMatch)
        .build();
  }

  private static Node genericKey(GenericKey it) {
    return Nodes.map()
        .putIfPresent("value", it.value(), RenderPart::text)
        .putIfPresent("key", it.key(), RenderPart::text)
        .build();
  }

  private static Node requestHeader(RequestHeader it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderPart::text)
        .putIfPresent("key", it.key(), RenderPart::text)
        .build();
  }

  private static Node headerValueMatch(HeaderValueMatch it) {
    return Nodes.map()
        .putIfPresent("value", it.value(), RenderPart::text)
        .putList("headers", it.headers(), RenderRateLimit::header)
        .putIfPresent("key", it.key(), RenderPart::text)
        .putIfPresent("expectMatch", it.expectMatch(), RenderPart::flag)
        .build();
  }

  private static Node header(Header it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderPart::text)
        .putIfPresent("exact", it.exact(), RenderPart::text)
        .putIfPresent("prefix", it.prefix(), RenderPart::text)
        .putIfPresent("suffix", it.suffix(), RenderPart::text)
        .putIfPresent("regex", it.regex(), RenderPart::text)
        .putIfPresent("contains", it.contains(), RenderPart::text)
        .putIfPresent("present", it.present(), RenderPart::flag)
        .build();
  }
}
