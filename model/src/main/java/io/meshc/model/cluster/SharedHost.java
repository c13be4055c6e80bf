package io.meshc.model.cluster;

import io.meshc.model.ServiceName;
import io.meshc.source.Origin;
import java.util.Optional;

/// A Service of the whole set of clusters, under a host of its own that their DNS knows.
///
/// @param proxies whether proxies know it, too; absent where nobody says
public record SharedHost(ServiceName service, Optional<Boolean> proxies, Origin origin) {
  /// What such hosts end with. Source: kubernetes/enhancements, KEP-1645.
  public static final String ENDING = ".svc.clusterset.local";
}
