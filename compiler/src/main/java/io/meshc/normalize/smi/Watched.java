package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import java.util.HashSet;
import java.util.Set;

/// The namespaces at whose objects Open Service Mesh looks: those with its label. Of one that the repo does not hold nobody knows,
/// and whoever writes a policy there means it to be read.
final class Watched {
  private final Set<String> left = new HashSet<>();

  private Watched() {}

  static Watched of(Resources resources) {
    var watched = new Watched();
    for (NamespaceObject it : resources.of(NamespaceObject.class)) {
      if (!it.meta().labels().containsKey(Control.MONITORED_BY)) {
        watched.left.add(it.meta().name());
      }
    }
    return watched;
  }

  boolean mayBe(String namespace) {
    return !left.contains(namespace);
  }
}
