package io.meshc.dialect.envoy.tls;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;

/// What a file of discovery says of certificates. The folder is watched: certificates are replaced by renaming it.
public sealed interface Secret extends Message {
  record Certificate(String name, String folder) implements Secret {
    @Override
    public Node.Mapping node() {
      Node.Mapping certificate =
          Nodes.map()
              .putAll(Credentials.certificate(folder + "/cert-chain.pem", folder + "/key.pem"))
              .put("watched_directory", Nodes.map().put("path", folder))
              .build();
      return Nodes.map().put("name", name).put("tls_certificate", certificate).build();
    }
  }

  record Roots(String name, String folder) implements Secret {
    @Override
    public Node.Mapping node() {
      var roots =
          Nodes.map()
              .put("trusted_ca", Credentials.file(folder + "/root-cert.pem"))
              .put("watched_directory", Nodes.map().put("path", folder));
      return Nodes.map().put("name", name).put("validation_context", roots).build();
    }
  }
}
