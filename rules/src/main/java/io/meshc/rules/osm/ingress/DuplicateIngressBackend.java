package io.meshc.rules.osm.ingress;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;

/// Two IngressBackends, or two entries of one, are about the same backend. Page, examples, tests: DuplicateIngressBackend.md, beside this file.
public final class DuplicateIngressBackend implements MeshRule {
  @Override
  public RuleCard card() {
    return new RuleCard(
            "MC0602", "duplicate-ingress-backend", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  private record Place(IngressBackend of, Backend backend, String key) {}

  @Override
  public Stream<Finding> check(Checked input) {
    var seen = new HashMap<String, Place>();
    var findings = new ArrayList<Finding>();
    for (IngressBackend ingress : input.resources(IngressBackend.class)) {
      for (Backend backend : ingress.backends()) {
        Optional<Place> place = place(ingress, backend);
        if (place.isPresent()) {
          Place first = seen.putIfAbsent(place.get().key(), place.get());
          if (first != null) {
            findings.add(said(place.get(), first));
          }
        }
      }
    }
    return findings.stream();
  }

  /// Open Service Mesh compares name and port, and no namespace.
  private static Optional<Place> place(IngressBackend ingress, Backend backend) {
    return backend
        .name()
        .flatMap(name ->
            backend
                .port()
                .flatMap(Port::number)
                .map(port ->
                    new Place(ingress, backend, "`" + name.value() + "` at port " + port.value())));
  }

  private Finding said(Place place, Place first) {
    Origin origin = place.backend().name().orElseThrow().origin();
    return at(
            origin,
            place.of().meta().id(),
            place.key() + " is a backend of `" + first.of().meta().id().label() + "` already")
        .because(first.backend().origin(), "here")
        .help("the first that is found counts, in no order");
  }
}
