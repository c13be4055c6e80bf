package io.meshc.dialect.istio.routing;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.LoadBalancer.ConsistentHash;
import io.meshc.dialect.istio.routing.LoadBalancer.Cookie;
import io.meshc.dialect.istio.routing.LoadBalancer.CookieAttribute;
import io.meshc.dialect.istio.routing.LoadBalancer.Distribute;
import io.meshc.dialect.istio.routing.LoadBalancer.Failover;
import io.meshc.dialect.istio.routing.LoadBalancer.Locality;
import io.meshc.dialect.istio.routing.LoadBalancer.Maglev;
import io.meshc.dialect.istio.routing.LoadBalancer.RingHash;
import io.meshc.dialect.istio.routing.LoadBalancer.Warmup;
import io.meshc.dialect.istio.routing.LoadBalancer.ZoneAware;
import io.meshc.yaml.Node;

/// How endpoints are chosen → node.
public final class RenderLoadBalancer {
  private RenderLoadBalancer() {}

  public static Node.Mapping loadBalancer(LoadBalancer it) {
    return new Branch()
        .text("simple", it.simple())
        .object("consistentHash", it.consistentHash(), RenderLoadBalancer::consistentHash)
        .object("localityLbSetting", it.localityLbSetting(), RenderLoadBalancer::locality)
        .object("zoneAwareLbSetting", it.zoneAwareLbSetting(), RenderLoadBalancer::zoneAware)
        .text("warmupDurationSecs", it.warmupDurationSecs())
        .object("warmup", it.warmup(), RenderLoadBalancer::warmup)
        .node();
  }

  private static Node.Mapping consistentHash(ConsistentHash it) {
    return new Branch()
        .text("httpHeaderName", it.httpHeaderName())
        .object("httpCookie", it.httpCookie(), RenderLoadBalancer::cookie)
        .flag("useSourceIp", it.useSourceIp())
        .text("httpQueryParameterName", it.httpQueryParameterName())
        .object("ringHash", it.ringHash(), RenderLoadBalancer::ringHash)
        .object("maglev", it.maglev(), RenderLoadBalancer::maglev)
        .number("minimumRingSize", it.minimumRingSize())
        .node();
  }

  private static Node.Mapping cookie(Cookie it) {
    return new Branch()
        .text("name", it.name())
        .text("path", it.path())
        .text("ttl", it.ttl())
        .objects("attributes", it.attributes(), RenderLoadBalancer::cookieAttribute)
        .node();
  }

  private static Node.Mapping cookieAttribute(CookieAttribute it) {
    return new Branch().text("name", it.name()).text("value", it.value()).node();
  }

  private static Node.Mapping ringHash(RingHash it) {
    return new Branch().number("minimumRingSize", it.minimumRingSize()).node();
  }

  private static Node.Mapping maglev(Maglev it) {
    return new Branch().number("tableSize", it.tableSize()).node();
  }

  private static Node.Mapping locality(Locality it) {
    return new Branch()
        .objects("distribute", it.distribute(), RenderLoadBalancer::distribute)
        .objects("failover", it.failover(), RenderLoadBalancer::failover)
        .texts("failoverPriority", it.failoverPriority())
        .flag("enabled", it.enabled())
        .node();
  }

  private static Node.Mapping distribute(Distribute it) {
    return new Branch().text("from", it.from()).numbers("to", it.to()).node();
  }

  private static Node.Mapping failover(Failover it) {
    return new Branch().text("from", it.from()).text("to", it.to()).node();
  }

  private static Node.Mapping zoneAware(ZoneAware it) {
    return new Branch()
        .objects("failover", it.failover(), RenderLoadBalancer::failover)
        .texts("failoverPriority", it.failoverPriority())
        .flag("enabled", it.enabled())
        .number("minClusterSize", it.minClusterSize())
        .node();
  }

  private static Node.Mapping warmup(Warmup it) {
    return new Branch()
        .text("duration", it.duration())
        .number("minimumPercent", it.minimumPercent())
        .number("aggression", it.aggression())
        .node();
  }
}
