package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.source.At;
import java.util.Map;

/// `networking.k8s.io` NetworkPolicy: what the network of the cluster lets through, below any mesh. Which peers and ports it lets
/// through is not kept.
///
/// @param selector the labels of the Pods that it is about; empty for all of the namespace, or where other conditions than labels
///     choose
/// @param narrowsIngress not everybody may call them
/// @param narrowsEgress they may not call everybody
public record NetworkPolicyObject(
    Meta meta, Map<String, At<String>> selector, boolean narrowsIngress, boolean narrowsEgress)
    implements Resource {
  public NetworkPolicyObject {
    selector = Map.copyOf(selector);
  }
}
