package io.meshc.dialect.envoy.tls;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.yaml.Node;

/// @param mutual clients have to show a certificate
public record ServerTls(boolean mutual, CommonTls common) implements Message {
  @Override
  public Node.Mapping node() {
    var context = Typed.of("extensions.transport_sockets.tls.v3.DownstreamTlsContext");
    if (mutual) {
      context.put("require_client_certificate", true);
    }
    return Typed.named(
        "envoy.transport_sockets.tls", context.put("common_tls_context", common.node()));
  }
}
