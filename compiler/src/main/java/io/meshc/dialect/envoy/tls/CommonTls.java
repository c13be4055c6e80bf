package io.meshc.dialect.envoy.tls;

import io.meshc.dialect.envoy.Message;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// What both ends of a connection have in common.
///
/// @param own the certificate that is shown; absent for none
/// @param peer what is asked of the other end; absent for nothing
/// @param roots the authorities behind the other end's certificate, where they are others than those of `own`
/// @param alpn what is offered, or taken
/// @param least `TLSv1_2`
public record CommonTls(
    Optional<Credentials> own,
    Optional<Validation> peer,
    Optional<String> roots,
    List<String> alpn,
    String least,
    String most)
    implements Message {
  public CommonTls {
    alpn = List.copyOf(alpn);
  }

  /// The same with something else asked of the other end.
  public CommonTls asking(Optional<Validation> other) {
    return new CommonTls(own, other, roots, alpn, least, most);
  }

  @Override
  public Node.Mapping node() {
    var context =
        Nodes.map()
            .put(
                "tls_params",
                Nodes.map()
                    .put("tls_minimum_protocol_version", least)
                    .put("tls_maximum_protocol_version", most))
            .putList("alpn_protocols", alpn, Nodes::text);
    own.ifPresent(it -> shown(it, context));
    peer.ifPresent(it -> asked(it, context));
    return context.build();
  }

  private static void shown(Credentials own, Nodes context) {
    switch (own) {
      case Credentials.Files(var folder) ->
          context.putList(
              "tls_certificates",
              List.of(Credentials.certificate(folder + "/cert-chain.pem", folder + "/key.pem")));
      case Credentials.Pair(var chain, var key) ->
          context.putList("tls_certificates", List.of(Credentials.certificate(chain, key)));
      case Credentials.Secrets secrets ->
          context.putList(
              "tls_certificate_sds_secret_configs",
              List.of(Credentials.secret(secrets.name(), secrets.file())));
    }
  }

  private void asked(Validation peer, Nodes context) {
    if (roots.isPresent()) {
      context.put("validation_context", peer.with(roots.get()));
      return;
    }
    switch (own.orElseThrow()) {
      case Credentials.Files(var folder) ->
          context.put("validation_context", peer.with(folder + "/root-cert.pem"));
      case Credentials.Pair _ -> context.put("validation_context", peer.without());
      case Credentials.Secrets secrets ->
          context.put(
              "combined_validation_context",
              Nodes.map()
                  .put("default_validation_context", peer.without())
                  .put(
                      "validation_context_sds_secret_config",
                      Credentials.secret(secrets.roots(), secrets.rootsFile())));
    }
  }
}
