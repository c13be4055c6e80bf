package io.meshc.rules.linkerd.meaning;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Service;
import io.meshc.model.ServicePort;
import io.meshc.model.server.ServiceReading;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A Service states a protocol that Linkerd does not know, and so does not look into. Page, examples, tests: OpaqueByAppProtocol.md, beside this file.
public final class OpaqueByAppProtocol implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2607", "opaque-by-app-protocol", Category.TRAFFIC, Severity.INFO, "0.1");
  }

  /// Protocols within which there are requests to be seen.
  private static final Set<String> OF_HTTP =
      Set.of("grpc", "http2", "h2c", "HTTP", "kubernetes.io/ws", "grpc-web");

  @Override
  public Stream<Finding> check(Checked input) {
    return input.mesh().proxies().servers().readings().stream()
        .filter(it -> it.kind() == ServiceReading.Kind.OPAQUE)
        .flatMap(it -> said(it, input).stream());
  }

  private Optional<Finding> said(ServiceReading reading, Checked input) {
    Optional<Service> service =
        input
            .lookup()
            .service(reading.service())
            .filter(it -> it.endpoints().stream().anyMatch(pod -> pod.membership().isMeshed()));
    Optional<ServicePort> port =
        service
            .flatMap(it -> it.port(reading.port()))
            .filter(it -> OF_HTTP.contains(it.appProtocol()));
    return port.map(it ->
        at(
                reading.origin(),
                new ResourceId(
                    "", "Service", reading.service().namespace(), reading.service().name()),
                "Linkerd does not know `appProtocol` `"
                    + it.appProtocol()
                    + "`, and does not look into port "
                    + it.number())
            .help("leave it out, or write `http`, or `kubernetes.io/h2c` for HTTP/2 without TLS"));
  }
}
