package io.meshc.rules.istio.anykind;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.registry.ServiceEntry;
import io.meshc.dialect.istio.routing.DestinationRule;
import io.meshc.dialect.istio.routing.VirtualService;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.value.HostText;
import io.meshc.source.At;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// A list of namespaces that see an object is not one that Istio takes. Page, examples, tests: InvalidExportTo.md, beside this file.
public final class InvalidExportTo implements KindsRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0106", "invalid-export-to", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(ServiceEntry.class, VirtualService.class, DestinationRule.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    String namespace = it.meta().namespace();
    boolean isEntry = it instanceof ServiceEntry;
    boolean selects = it instanceof DestinationRule rule && rule.workloadSelector().isPresent();
    List<At<String>> exportTo = of(it);
    var seen = new HashSet<String>();
    boolean everyone = false;
    boolean nobody = false;
    for (At<String> entry : exportTo) {
      String key = entry.value().equals(".") ? namespace : entry.value();
      boolean known = key.equals("*") || isEntry && key.equals("~") || HostText.isLabel(key);
      if (!known) {
        found.say(
            entry.origin(),
            "`"
                + entry.value()
                + "` is neither a namespace nor `.`"
                + (isEntry ? ", `*` or `~`" : " or `*`"));
      } else if (!seen.add(key)) {
        found.say(
            entry.origin(),
            "namespace `"
                + entry.value()
                + "` stands twice"
                + (entry.value().equals(".") || key.equals(namespace)
                    ? ": `.` is `" + namespace + "`"
                    : ""));
      }
      everyone |= key.equals("*");
      nobody |= key.equals("~");
    }
    if ((everyone || nobody) && exportTo.size() > 1) {
      found.say(
          exportTo.getFirst().origin(),
          (everyone ? "`*`" : "`~`") + " stands beside other namespaces");
    }
    if (selects && !seen.isEmpty() && !(seen.size() == 1 && seen.contains(namespace))) {
      found.say(
          exportTo.getFirst().origin(),
          "a rule for selected workloads is seen outside of its own namespace");
    }
    return found.stream();
  }

  private static List<At<String>> of(Resource resource) {
    if (resource instanceof ServiceEntry entry) {
      return entry.exportTo();
    }
    if (resource instanceof VirtualService service) {
      return service.exportTo();
    }
    return resource instanceof DestinationRule rule ? rule.exportTo() : List.of();
  }
}
