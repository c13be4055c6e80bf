package io.meshc.dialect.smi;

import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// TrafficTarget → node, in the version that its metadata states.
public final class RenderTrafficTarget {
  private RenderTrafficTarget() {}

  public static Node.Mapping render(TrafficTarget target) {
    boolean flat = target.meta().version().equals("v1alpha1");
    Nodes fields = Nodes.map();
    fields.putIfPresent("destination", target.destination(), it -> subject(it.value()));
    fields.putList(flat ? "specs" : "rules", target.rules(), it -> rule(it.value()));
    fields.putList("sources", target.sources(), it -> subject(it.value()));
    Nodes object = Envelope.of(target.meta());
    return flat ? object.putAll(fields.build()).build() : object.put("spec", fields).build();
  }

  private static Node subject(Subject subject) {
    return Nodes.map()
        .putIfPresent("group", subject.group(), it -> Nodes.text(it.value()))
        .put("kind", subject.kind().value())
        .put("name", subject.name().value())
        .putIfPresent("namespace", subject.namespace(), it -> Nodes.text(it.value()))
        .putIfPresent("port", subject.port(), it -> Nodes.number(it.value()))
        .build();
  }

  private static Node rule(Rule rule) {
    return Nodes.map()
        .put("kind", rule.kind().value())
        .put("name", rule.name().value())
        .putList("matches", rule.matches().stream().map(At::value).map(Nodes::text).toList())
        .build();
  }
}
