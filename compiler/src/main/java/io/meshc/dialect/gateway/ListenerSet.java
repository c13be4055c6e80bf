package io.meshc.dialect.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import java.util.List;
import java.util.Optional;

/// Listeners that are added to a Gateway.
public record ListenerSet(Meta meta, Optional<ObjectRef> parentRef, List<Listener> listeners)
    implements Resource {
  public ListenerSet {
    listeners = List.copyOf(listeners);
  }
}
