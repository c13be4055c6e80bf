package io.meshc.rules.linkerd.annotation;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.rules.linkerd.LinkerdWorkloads;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// A list of ports has something in it that is none. Page, examples, tests: InvalidPortList.md, beside this file.
public final class InvalidPortList implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0534", "invalid-port-list", Category.INVALID, Severity.ERROR, "0.1");
  }

  @Override
  public List<Kind> reads() {
    return LinkerdWorkloads.WITH_PORTS;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    Part annotations = LinkerdWorkloads.annotations(object);
    boolean names = !object.id().kind().equals("Service");
    for (String key : Words.PORT_LISTS) {
      Part list = annotations.get(key);
      if (list.isThere()) {
        found.fault(list, "no list of ports", PortList.fault(list.text(), names));
      }
    }
  }
}
