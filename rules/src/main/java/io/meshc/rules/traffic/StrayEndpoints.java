package io.meshc.rules.traffic;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.kubernetes.EndpointsObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// Endpoints that stand behind no Service, or beside those that a selector finds. Page, examples, tests: StrayEndpoints.md, beside this file.
public final class StrayEndpoints implements ResourceRule<EndpointsObject> {
  @Override
  public RuleCard card() {
    return new RuleCard("MC2030", "stray-endpoints", Category.TRAFFIC, Severity.WARNING, "0.2");
  }

  @Override
  public Class<EndpointsObject> reads() {
    return EndpointsObject.class;
  }

  @Override
  public Stream<Finding> check(EndpointsObject written, Checked input) {
    if (written.isGenerated()) {
      return Stream.empty();
    }
    if (written.service().filter(it -> !it.value().isEmpty()).isEmpty()) {
      return Stream.of(
          at(
                  written.meta().origin(),
                  written.meta().id(),
                  "the slice names no Service: nothing uses its endpoints")
              .help("name the Service in the label `kubernetes.io/service-name`"));
    }
    At<String> name = written.service().orElseThrow();
    var id = new ResourceId("", "Service", written.meta().namespace(), name.value());
    return input.resource(id, ServiceObject.class).stream()
        .flatMap(it -> beside(written, name, it));
  }

  private Stream<Finding> beside(EndpointsObject written, At<String> name, ServiceObject service) {
    if (service.isExternalName()) {
      String message =
          "Service `" + name.value() + "` is a name for another host: nothing uses endpoints of it";
      return Stream.of(said(written, name, message, service));
    }
    if (service.selector().isEmpty()) {
      return Stream.empty();
    }
    String effect =
        written.isSlice()
            ? "these endpoints get a share beside those that it finds"
            : "Kubernetes writes its own endpoints over these";
    return Stream.of(
        said(written, name, "Service `" + name.value() + "` has a selector: " + effect, service));
  }

  private Finding said(
      EndpointsObject written, At<String> name, String message, ServiceObject service) {
    return at(name.origin(), written.meta().id(), message)
        .because(service.meta().origin(), "the Service");
  }
}
