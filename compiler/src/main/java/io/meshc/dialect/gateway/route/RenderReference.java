package io.meshc.dialect.gateway.route;

import io.meshc.dialect.Branch;
import io.meshc.yaml.Node;

/// Parents and backends → nodes.
final class RenderReference {
  private RenderReference() {}

  static Node.Mapping parent(ParentRef it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .text("sectionName", it.sectionName())
        .number("port", it.port())
        .node();
  }

  static Node.Mapping backend(BackendRef it) {
    return new Branch()
        .text("group", it.group())
        .text("kind", it.kind())
        .text("name", it.name())
        .text("namespace", it.namespace())
        .number("port", it.port())
        .number("weight", it.weight())
        .objects("filters", it.filters(), RenderFilter::filter)
        .node();
  }
}
