package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.routing.LoadBalancer.Balancing;
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
import io.meshc.yaml.Fields;
import java.util.List;

/// How endpoints are chosen, as a record.
public final class ParseLoadBalancer {
  private ParseLoadBalancer() {}

  public static LoadBalancer loadBalancer(Fields fields, List<Problem> problems) {
    var result =
        new LoadBalancer(
            Choice.of(fields, "simple", Balancing.class, problems),
            fields.object("consistentHash").map(ParseLoadBalancer::consistentHash),
            fields.object("localityLbSetting").map(ParseLoadBalancer::locality),
            fields.object("zoneAwareLbSetting").map(ParseLoadBalancer::zoneAware),
            fields.string("warmupDurationSecs"),
            fields.object("warmup").map(ParseLoadBalancer::warmup),
            fields.origin());
    fields.done();
    return result;
  }

  private static ConsistentHash consistentHash(Fields fields) {
    var result =
        new ConsistentHash(
            fields.string("httpHeaderName"),
            fields.object("httpCookie").map(ParseLoadBalancer::cookie),
            fields.bool("useSourceIp"),
            fields.string("httpQueryParameterName"),
            fields.object("ringHash").map(ParseLoadBalancer::ringHash),
            fields.object("maglev").map(ParseLoadBalancer::maglev),
            fields.whole("minimumRingSize"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Cookie cookie(Fields fields) {
    var result =
        new Cookie(
            fields.string("name"),
            fields.string("path"),
            fields.string("ttl"),
            fields.objects("attributes").stream().map(ParseLoadBalancer::cookieAttribute).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static CookieAttribute cookieAttribute(Fields fields) {
    var result =
        new CookieAttribute(fields.string("name"), fields.string("value"), fields.origin());
    fields.done();
    return result;
  }

  private static RingHash ringHash(Fields fields) {
    var result = new RingHash(fields.whole("minimumRingSize"), fields.origin());
    fields.done();
    return result;
  }

  private static Maglev maglev(Fields fields) {
    var result = new Maglev(fields.whole("tableSize"), fields.origin());
    fields.done();
    return result;
  }

  /// Public because Istio's settings of the whole mesh hold the same.
  public static Locality locality(Fields fields) {
    var result =
        new Locality(
            fields.objects("distribute").stream().map(ParseLoadBalancer::distribute).toList(),
            fields.objects("failover").stream().map(ParseLoadBalancer::failover).toList(),
            fields.strings("failoverPriority"),
            fields.bool("enabled"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Distribute distribute(Fields fields) {
    var result = new Distribute(fields.string("from"), fields.wholeMap("to"), fields.origin());
    fields.done();
    return result;
  }

  private static Failover failover(Fields fields) {
    var result = new Failover(fields.string("from"), fields.string("to"), fields.origin());
    fields.done();
    return result;
  }

  private static ZoneAware zoneAware(Fields fields) {
    var result =
        new ZoneAware(
            fields.objects("failover").stream().map(ParseLoadBalancer::failover).toList(),
            fields.strings("failoverPriority"),
            fields.bool("enabled"),
            fields.whole("minClusterSize"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Warmup warmup(Fields fields) {
    var result =
        new Warmup(
            fields.string("duration"),
            fields.decimal("minimumPercent"),
            fields.decimal("aggression"),
            fields.origin());
    fields.done();
    return result;
  }
}
