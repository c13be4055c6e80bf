package io.meshc.dialect.osm.policy;

import io.meshc.dialect.osm.RenderPart;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.Optional;

/// An object of the same namespace that narrows a policy.
///
/// @param apiGroup with the version behind it, unlike what Kubernetes calls so
public record MatchRef(
    Optional<At<String>> apiGroup,
    Optional<At<String>> kind,
    Optional<At<String>> name,
    Origin origin) {
  public static final String ROUTES = "specs.smi-spec.io/v1alpha4";
  public static final String SETTINGS = "policy.openservicemesh.io/v1alpha1";

  public boolean isRouteGroup() {
    return is(apiGroup, ROUTES) && is(kind, "HTTPRouteGroup");
  }

  public boolean isTrafficSetting() {
    return is(apiGroup, SETTINGS) && is(kind, "UpstreamTrafficSetting");
  }

  private static boolean is(Optional<At<String>> written, String asked) {
    return written.map(At::value).filter(asked::equals).isPresent();
  }

  static MatchRef read(Fields fields) {
    var result =
        new MatchRef(
            fields.string("apiGroup"),
            fields.string("kind"),
            fields.string("name"),
            fields.origin());
    fields.done();
    return result;
  }

  Node.Mapping render() {
    return Nodes.map()
        .putIfPresent("apiGroup", apiGroup, RenderPart::text)
        .putIfPresent("kind", kind, RenderPart::text)
        .putIfPresent("name", name, RenderPart::text)
        .build();
  }
}
