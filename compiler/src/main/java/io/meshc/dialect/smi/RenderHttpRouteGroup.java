package io.meshc.dialect.smi;

import io.meshc.dialect.smi.HttpRouteGroup.HeaderMatch;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// HTTPRouteGroup → node, in the version that its metadata states, headers in the form in which they were written.
public final class RenderHttpRouteGroup {
  private RenderHttpRouteGroup() {}

  public static Node.Mapping render(HttpRouteGroup group) {
    String version = group.meta().version();
    boolean flat = version.equals("v1alpha1") || version.equals("v1alpha2");
    Nodes fields = Nodes.map().putList("matches", group.matches(), it -> match(it.value()));
    Nodes object = Envelope.of(group.meta());
    return flat ? object.putAll(fields.build()).build() : object.put("spec", fields).build();
  }

  private static Node match(HttpMatch match) {
    Nodes fields =
        Nodes.map()
            .putIfPresent("name", match.name(), it -> Nodes.text(it.value()))
            .putIfPresent("pathRegex", match.pathRegex(), it -> Nodes.text(it.value()))
            .putList("methods", match.methods().stream().map(At::value).map(Nodes::text).toList());
    switch (match.headerForm()) {
      case NONE -> {}
      case MAPPING -> {
        Nodes headers = Nodes.map();
        match.headers().forEach(it -> add(headers, it));
        fields.put("headers", headers);
      }
      case LIST ->
          fields.put(
              "headers",
              Nodes.list(
                  match.headers().stream().map(it -> add(Nodes.map(), it).build()).toList()));
    }
    return fields.build();
  }

  private static Nodes add(Nodes headers, HeaderMatch header) {
    return headers.put(header.name().value(), header.regex().value());
  }
}
