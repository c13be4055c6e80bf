package io.meshc.normalize.flagger;

import io.meshc.dialect.flagger.Canary;
import io.meshc.source.At;

/// The names of the Services that Flagger makes of a Canary.
///
/// @param apex the one that clients call
record Names(String apex, String primary, String canary) {
  static Names of(Canary.Service service, Canary.Target target) {
    String apex = service.name().map(At::value).orElse(target.name().value());
    return new Names(apex, apex + "-primary", apex + "-canary");
  }
}
