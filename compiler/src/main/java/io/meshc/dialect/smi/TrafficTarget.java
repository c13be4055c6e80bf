package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.List;
import java.util.Optional;

/// `access.smi-spec.io` TrafficTarget: these sources may call this destination, as the rules say.
///
/// @param destination absent only where the author left it out, which is a problem
/// @param rules `specs` in v1alpha1
public record TrafficTarget(
    Meta meta, Optional<At<Subject>> destination, List<At<Rule>> rules, List<At<Subject>> sources)
    implements Resource {
  public TrafficTarget {
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
  }

  /// Who calls or is called.
  ///
  /// @param kind `""` where the author left it out, and so for `name`
  /// @param namespace `""` where what is written cannot be read
  /// @param group only seen in v1alpha4 examples
  /// @param port only in v1alpha1 and v1alpha2; 0 stands for what is no port
  public record Subject(
      At<String> kind,
      At<String> name,
      Optional<At<String>> namespace,
      Optional<At<String>> group,
      Optional<At<Integer>> port) {

    public boolean isServiceAccount() {
      return kind.value().equals("ServiceAccount") && !name.value().isEmpty();
    }
  }

  /// @param matches names of matches in the group; empty means all of them to SMI
  public record Rule(At<String> kind, At<String> name, List<At<String>> matches) {
    public Rule {
      matches = List.copyOf(matches);
    }
  }
}
