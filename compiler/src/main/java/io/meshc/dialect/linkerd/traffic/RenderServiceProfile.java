package io.meshc.dialect.linkerd.traffic;

import io.meshc.dialect.linkerd.RenderParts;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.Range;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.RequestMatch;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.ResponseClass;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.ResponseMatch;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.RetryBudget;
import io.meshc.dialect.linkerd.traffic.ServiceProfile.Route;
import io.meshc.source.At;
import io.meshc.source.Span;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.math.BigDecimal;

/// ServiceProfile → node, in version v1alpha2.
public final class RenderServiceProfile {
  private RenderServiceProfile() {}

  public static Node.Mapping render(ServiceProfile it) {
    Nodes spec =
        Nodes.map()
            .putList("routes", it.routes(), RenderServiceProfile::route)
            .putIfPresent("retryBudget", it.retryBudget(), RenderServiceProfile::budget)
            .putList("dstOverrides", it.dstOverrides(), RenderServiceProfile::override)
            .putList("opaquePorts", it.opaquePorts(), RenderParts::text);
    return RenderParts.object("linkerd.io/v1alpha2", it.meta(), spec);
  }

  private static Node.Mapping route(Route it) {
    return Nodes.map()
        .putIfPresent("name", it.name(), RenderParts::text)
        .putIfPresent("condition", it.condition(), RenderServiceProfile::request)
        .putList("responseClasses", it.responseClasses(), RenderServiceProfile::responseClass)
        .putIfPresent("isRetryable", it.isRetryable(), RenderParts::flag)
        .putIfPresent("timeout", it.timeout(), RenderParts::text)
        .build();
  }

  private static Node.Mapping request(RequestMatch it) {
    return Nodes.map()
        .putIfPresent("pathRegex", it.pathRegex(), RenderParts::text)
        .putIfPresent("method", it.method(), RenderParts::text)
        .putList("all", it.all(), RenderServiceProfile::request)
        .putList("any", it.any(), RenderServiceProfile::request)
        .putIfPresent("not", it.not().map(At::value))
        .build();
  }

  private static Node.Mapping responseClass(ResponseClass it) {
    return Nodes.map()
        .putIfPresent("condition", it.condition(), RenderServiceProfile::response)
        .putIfPresent("isFailure", it.isFailure(), RenderParts::flag)
        .build();
  }

  private static Node.Mapping response(ResponseMatch it) {
    return Nodes.map()
        .putIfPresent("status", it.status(), RenderServiceProfile::range)
        .putList("all", it.all(), RenderServiceProfile::response)
        .putList("any", it.any(), RenderServiceProfile::response)
        .putIfPresent("not", it.not(), RenderServiceProfile::response)
        .build();
  }

  private static Node.Mapping range(Range it) {
    return Nodes.map()
        .putIfPresent("min", it.min(), RenderParts::number)
        .putIfPresent("max", it.max(), RenderParts::number)
        .build();
  }

  private static Node.Mapping budget(RetryBudget it) {
    return Nodes.map()
        .putIfPresent("retryRatio", it.retryRatio(), RenderServiceProfile::decimal)
        .putIfPresent("minRetriesPerSecond", it.minRetriesPerSecond(), RenderParts::number)
        .putIfPresent("ttl", it.ttl(), RenderParts::text)
        .build();
  }

  private static Node.Mapping override(ServiceProfile.Override it) {
    return Nodes.map()
        .putIfPresent("authority", it.authority(), RenderParts::text)
        .putIfPresent("weight", it.weight(), RenderParts::text)
        .build();
  }

  private static Node.Scalar decimal(At<BigDecimal> it) {
    return new Node.Scalar(it.value().toPlainString(), false, Span.FILE_START);
  }
}
