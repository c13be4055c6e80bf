package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.routing.TrafficPolicy.Mode;
import io.meshc.dialect.istio.routing.TrafficPolicy.OutlierDetection;
import io.meshc.dialect.istio.routing.TrafficPolicy.PortPolicy;
import io.meshc.dialect.istio.routing.TrafficPolicy.ProxyProtocol;
import io.meshc.dialect.istio.routing.TrafficPolicy.ProxyVersion;
import io.meshc.dialect.istio.routing.TrafficPolicy.RetryBudget;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tls;
import io.meshc.dialect.istio.routing.TrafficPolicy.Tunnel;
import io.meshc.yaml.Fields;
import java.util.List;

/// What holds for the connections to a host, as a record.
public final class ParseTrafficPolicy {
  private ParseTrafficPolicy() {}

  static TrafficPolicy trafficPolicy(Fields fields, List<Problem> problems) {
    var result =
        new TrafficPolicy(
            fields.object("loadBalancer").map(it -> ParseLoadBalancer.loadBalancer(it, problems)),
            fields
                .object("connectionPool")
                .map(it -> ParseConnectionPool.connectionPool(it, problems)),
            fields.object("outlierDetection").map(ParseTrafficPolicy::outlierDetection),
            fields.object("tls").map(it -> tls(it, problems)),
            fields.objects("portLevelSettings").stream()
                .map(it -> portPolicy(it, problems))
                .toList(),
            fields.object("tunnel").map(ParseTrafficPolicy::tunnel),
            fields.object("proxyProtocol").map(it -> proxyProtocol(it, problems)),
            fields.object("retryBudget").map(ParseTrafficPolicy::retryBudget),
            fields.origin());
    fields.done();
    return result;
  }

  private static PortPolicy portPolicy(Fields fields, List<Problem> problems) {
    var result =
        new PortPolicy(
            fields.object("port").map(ParseVirtualService::portSelector),
            fields.object("loadBalancer").map(it -> ParseLoadBalancer.loadBalancer(it, problems)),
            fields
                .object("connectionPool")
                .map(it -> ParseConnectionPool.connectionPool(it, problems)),
            fields.object("outlierDetection").map(ParseTrafficPolicy::outlierDetection),
            fields.object("tls").map(it -> tls(it, problems)),
            fields.origin());
    fields.done();
    return result;
  }

  private static OutlierDetection outlierDetection(Fields fields) {
    var result =
        new OutlierDetection(
            fields.whole("consecutiveErrors"),
            fields.bool("splitExternalLocalOriginErrors"),
            fields.whole("consecutiveLocalOriginFailures"),
            fields.whole("consecutiveGatewayErrors"),
            fields.whole("consecutive5xxErrors"),
            fields.string("interval"),
            fields.string("baseEjectionTime"),
            fields.whole("maxEjectionPercent"),
            fields.whole("minHealthPercent"),
            fields.wholes("outlierDetectionHttpErrorCodes"),
            fields.origin());
    fields.done();
    return result;
  }

  public static Tls tls(Fields fields, List<Problem> problems) {
    var result =
        new Tls(
            Choice.of(fields, "mode", Mode.class, problems),
            fields.string("clientCertificate"),
            fields.string("privateKey"),
            fields.string("caCertificates"),
            fields.string("credentialName"),
            fields.strings("subjectAltNames"),
            fields.string("sni"),
            fields.bool("insecureSkipVerify"),
            fields.string("caCrl"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Tunnel tunnel(Fields fields) {
    var result =
        new Tunnel(
            fields.string("protocol"),
            fields.string("targetHost"),
            fields.whole("targetPort"),
            fields.origin());
    fields.done();
    return result;
  }

  private static ProxyProtocol proxyProtocol(Fields fields, List<Problem> problems) {
    var result =
        new ProxyProtocol(
            Choice.of(fields, "version", ProxyVersion.class, problems), fields.origin());
    fields.done();
    return result;
  }

  private static RetryBudget retryBudget(Fields fields) {
    var result =
        new RetryBudget(
            fields.decimal("percent"),
            fields.whole("minRetryConcurrency"),
            fields.string("budgetInterval"),
            fields.origin());
    fields.done();
    return result;
  }
}
