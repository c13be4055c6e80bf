package io.meshc.rules.istio.telemetry;

import io.meshc.dialect.istio.proxy.Telemetry.Provider;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import java.util.List;

/// Who takes what a Telemetry reports: names of the mesh's configuration.
final class Providers {
  private Providers() {}

  static void check(List<Provider> providers, Findings found) {
    for (Provider it : providers) {
      if (!Written.says(it.name())) {
        found.say(Written.place(it.name(), it.origin()), "the provider has no name");
      }
    }
  }
}
