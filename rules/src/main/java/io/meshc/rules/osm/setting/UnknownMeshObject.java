package io.meshc.rules.osm.setting;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Nearest;
import io.meshc.diag.Severity;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.model.Reference;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.stream.Stream;

/// An object of Open Service Mesh names another one that is not there. Page, examples, tests: UnknownMeshObject.md, beside this file.
public final class UnknownMeshObject implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3750", "unknown-mesh-object", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    ResourceId to = reference.to();
    boolean shown = reference.state() == Reference.State.MISSING;
    if (!shown || !OsmGroups.ALL.contains(to.group())) {
      return Stream.empty();
    }
    boolean dropped = to.kind().equals("UpstreamTrafficSetting");
    return Stream.of(
        at(
                reference.origin(),
                reference.from(),
                reference.role()
                    + " `"
                    + to.name()
                    + "` is not in namespace `"
                    + to.namespace()
                    + "`"
                    + (dropped ? ": the whole Egress is without effect" : ""))
            .help(
                Nearest.to(to.name(), input.namesakes(to))
                    .map(it -> "did you mean `" + it + "`?")
                    .orElse("")));
  }
}
