package io.meshc.dialect.smi;

import io.meshc.source.At;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.TreeMap;

/// IdentityBinding → node.
public final class RenderIdentityBinding {
  private RenderIdentityBinding() {}

  public static Node.Mapping render(IdentityBinding binding) {
    Nodes schemes = Nodes.map();
    if (!binding.podLabels().isEmpty()) {
      var labels = new TreeMap<String, String>();
      binding.podLabels().forEach((name, value) -> labels.put(name, value.value()));
      schemes.put("podLabelSelector", Nodes.map().putTexts("matchLabels", labels));
    }
    schemes.putList(
        "spiffeIdentities",
        binding.spiffeIdentities().stream().map(At::value).map(Nodes::text).toList());
    schemes.putIfPresent("serviceAccount", binding.serviceAccount(), it -> Nodes.text(it.value()));
    return Envelope.of(binding.meta()).put("spec", Nodes.map().put("schemes", schemes)).build();
  }
}
