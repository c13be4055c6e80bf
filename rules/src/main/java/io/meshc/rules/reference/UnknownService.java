package io.meshc.rules.reference;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.model.Reference;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ReferenceRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.stream.Stream;

/// A route or a policy names a Service that is not there. Page, examples, tests: UnknownService.md, beside this file.
public final class UnknownService implements ReferenceRule {
  @Override
  public RuleCard card() {
    return new RuleCard("MC3001", "unknown-service", Category.REFERENCE, Severity.ERROR, "0.1");
  }

  @Override
  public Stream<Finding> check(Reference reference, Checked input) {
    boolean isService = reference.to().group().isEmpty() && reference.to().kind().equals("Service");
    if (!isService || reference.state() == Reference.State.FOUND) {
      return Stream.empty();
    }
    List<String> known = known(reference.to(), input);
    String help = Missing.didYouMean(reference.to().name(), known);
    return Missing.say(this, reference, severity(reference, known, input)).map(it -> it.help(help));
  }

  /// Where the repo holds no Service of the namespace, they come from elsewhere. And the usual order of a roll-out is the
  /// split first, the Service of the new version after it.
  private static Severity severity(Reference reference, List<String> known, Checked input) {
    if (known.isEmpty() && !input.mesh().assumptions().closed()) {
      return Severity.INFO;
    }
    boolean isBackend = reference.origin().path().contains("backends[");
    return isBackend ? Severity.WARNING : Severity.ERROR;
  }

  private static List<String> known(ResourceId service, Checked input) {
    return input.mesh().services().stream()
        .filter(it -> !it.implied())
        .map(Service::name)
        .filter(it -> it.namespace().equals(service.namespace()))
        .map(ServiceName::name)
        .toList();
  }
}
