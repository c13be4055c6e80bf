package io.meshc.lower;

import io.meshc.lower.envoy.EnvoyOptions;

/// What the user said of the target.
///
/// @param envoyFilterForRegex regexes that Istio's policies cannot say are written as an EnvoyFilter that marks the request, and
///     a policy that requires the mark; otherwise such a rule is left out, which is a loss
/// @param envoy what is said of Envoys, for a target that consists of them
/// @param rootNamespace where the target's control plane runs: never locked by a namespace-wide policy
public record Options(boolean envoyFilterForRegex, String rootNamespace, EnvoyOptions envoy) {
  public static final Options DEFAULT = new Options(false, "istio-system");

  public Options(boolean envoyFilterForRegex, String rootNamespace) {
    this(envoyFilterForRegex, rootNamespace, EnvoyOptions.DEFAULT);
  }
}
