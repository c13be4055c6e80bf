package io.meshc.dialect.envoy.tls;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.yaml.Node;

/// @param sni the server name that is asked for; `""` for none
public record ClientTls(String sni, CommonTls common) implements Message {
  @Override
  public Node.Mapping node() {
    var context = Typed.of("extensions.transport_sockets.tls.v3.UpstreamTlsContext");
    if (!sni.isEmpty()) {
      context.put("sni", sni);
    }
    return Typed.named(
        "envoy.transport_sockets.tls", context.put("common_tls_context", common.node()));
  }
}
