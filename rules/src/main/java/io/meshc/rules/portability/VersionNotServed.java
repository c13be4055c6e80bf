package io.meshc.rules.portability;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.rules.osm.OpenServiceMesh;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.MeshRule;
import io.meshc.validate.rule.RuleCard;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An object of SMI in a version that Open Service Mesh does not serve. Page, examples, tests: VersionNotServed.md, beside this file.
public final class VersionNotServed implements MeshRule {
  /// What the CRDs of Open Service Mesh v1 serve, by `group/kind`. They have no conversion.
  private static final Map<String, String> SERVED =
      Map.of(
          SmiGroups.ACCESS + "/TrafficTarget", "v1alpha3",
          SmiGroups.SPECS + "/HTTPRouteGroup", "v1alpha4",
          SmiGroups.SPECS + "/TCPRoute", "v1alpha4",
          SmiGroups.SPLIT + "/TrafficSplit", "v1alpha2");

  private static final Set<String> NEVER =
      Set.of(SmiGroups.ACCESS + "/IdentityBinding", SmiGroups.SPECS + "/UDPRoute");

  @Override
  public RuleCard card() {
    return new RuleCard("MC4005", "version-not-served", Category.PORTABILITY, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Stream<Finding> check(Checked input) {
    return OpenServiceMesh.shown(input).isPresent()
        ? input.resources().all().stream().flatMap(it -> onObject(it).stream())
        : Stream.empty();
  }

  private Optional<Finding> onObject(Resource object) {
    Meta meta = object.meta();
    String kind = meta.id().group() + "/" + meta.id().kind();
    if (NEVER.contains(kind)) {
      return Optional.of(
          at(meta.origin(), meta.id(), "Open Service Mesh has no " + meta.id().kind()));
    }
    return Optional.ofNullable(SERVED.get(kind))
        .filter(it -> !it.equals(meta.version()))
        .map(it ->
            at(
                    meta.origin(),
                    meta.id(),
                    "Open Service Mesh does not serve "
                        + meta.id().kind()
                        + " in `"
                        + meta.version()
                        + "`")
                .help("it serves `" + meta.id().group() + "/" + it + "`"));
  }
}
