package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Choice;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.routing.DestinationRule.Balancing;
import io.meshc.dialect.istio.routing.DestinationRule.Tls;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `spec` of a DestinationRule → record.
public final class ParseDestinationRule {
  private ParseDestinationRule() {}

  public static DestinationRule parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new DestinationRule(
          meta, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
    Fields fields = spec.get();
    Optional<At<String>> host = fields.required("host", fields::string);
    var gaps = new ArrayList<>(Gap.in(fields, problems, "subsets", "exportTo", "workloadSelector"));
    Optional<Fields> policy = fields.object("trafficPolicy");
    Optional<At<Balancing>> balancing = Optional.empty();
    Optional<At<Tls>> tls = Optional.empty();
    if (policy.isPresent()) {
      Fields traffic = policy.get();
      gaps.addAll(Gap.in(traffic, problems, "portLevelSettings", "tunnel", "proxyProtocol"));
      Gap.harmless(traffic, problems, "connectionPool", "outlierDetection", "retryBudget");
      balancing = traffic.object("loadBalancer").flatMap(it -> balancing(it, gaps, problems));
      tls = traffic.object("tls").flatMap(it -> tls(it, gaps, problems));
      traffic.done();
    }
    fields.done();
    return new DestinationRule(meta, host, balancing, tls, gaps);
  }

  private static Optional<At<Balancing>> balancing(
      Fields fields, List<Gap> gaps, List<Problem> problems) {
    gaps.addAll(Gap.in(fields, problems, "consistentHash", "localityLbSetting"));
    Gap.harmless(fields, problems, "warmup", "warmupDurationSecs");
    var simple = Choice.of(fields, "simple", Balancing.class, problems);
    fields.done();
    return simple;
  }

  private static Optional<At<Tls>> tls(Fields fields, List<Gap> gaps, List<Problem> problems) {
    gaps.addAll(
        Gap.in(
            fields,
            problems,
            "clientCertificate",
            "privateKey",
            "caCertificates",
            "credentialName",
            "subjectAltNames",
            "sni",
            "insecureSkipVerify",
            "caCrl"));
    var mode = Choice.of(fields, "mode", Tls.class, problems);
    mode.filter(it -> it.value() == Tls.SIMPLE || it.value() == Tls.MUTUAL)
        .ifPresent(it -> gaps.add(Gap.report(it.origin(), problems)));
    fields.done();
    return mode;
  }
}
