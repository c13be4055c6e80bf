package io.meshc.rules.istio;

import io.meshc.diag.Finding;
import io.meshc.dialect.Resource;
import io.meshc.rules.istio.value.DurationText;
import io.meshc.rules.istio.value.LabelText;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one rule finds in one resource, as it goes through it.
public final class Findings {
  private final Rule rule;
  private final Resource resource;
  private final List<Finding> all = new ArrayList<>();

  public Findings(Rule rule, Resource resource) {
    this.rule = rule;
    this.resource = resource;
  }

  /// @param message lower case, no full stop; the user's words in backticks; what is, not an order
  public void say(Origin place, String message) {
    all.add(rule.at(place, resource.meta().id(), Found.line(message)));
  }

  public void say(Origin place, String message, String help) {
    all.add(rule.at(place, resource.meta().id(), Found.line(message)).help(help));
  }

  /// With the place that it contradicts.
  public void say(Origin place, String message, Origin because, String there) {
    all.add(rule.at(place, resource.meta().id(), Found.line(message)).because(because, there));
  }

  /// A value with a fault: says so, or nothing where the fault is `""`.
  ///
  /// @param what it is not, such as `no host name`
  public void fault(At<String> value, String what, String fault) {
    if (!fault.isEmpty()) {
      say(value.origin(), "`" + value.value() + "` is " + what + ": " + fault);
    }
  }

  public void fault(Optional<At<String>> value, String what, String fault) {
    value.ifPresent(it -> fault(it, what, fault));
  }

  /// A value with a fault that says what it is: `0s` is shorter than one millisecond; nothing where the fault is `""`.
  public void is(At<String> value, String fault) {
    if (!fault.isEmpty()) {
      say(value.origin(), "`" + value.value() + "` " + fault);
    }
  }

  /// A timeout, where one is written.
  public void duration(Optional<At<String>> field) {
    if (field.isPresent()) {
      is(field.get(), DurationText.fault(field.get().value()));
    }
  }

  /// Labels that are asked of workloads, or given to them.
  public void labels(Map<String, At<String>> labels) {
    labels.forEach((key, value) -> {
      String fault = LabelText.fault(key, value.value());
      if (!fault.isEmpty()) {
        say(value.origin(), "no workload has such a label: " + fault);
      }
    });
  }

  public Stream<Finding> stream() {
    return all.stream();
  }
}
