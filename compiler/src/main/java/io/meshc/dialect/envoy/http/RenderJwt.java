package io.meshc.dialect.envoy.http;

import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.http.HttpFilter.Jwt;
import io.meshc.dialect.envoy.http.HttpFilter.JwtProvider;
import io.meshc.dialect.envoy.http.HttpFilter.Keys;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The verification of tokens → node.
final class RenderJwt {
  private RenderJwt() {}

  static Nodes config(Jwt it) {
    var providers = Nodes.map();
    it.providers().forEach(provider -> providers.put(provider.name(), provider(provider)));
    var rule =
        Nodes.map().put("match", Nodes.map().put("prefix", "/")).put("requires", requires(it));
    return Typed.of("extensions.filters.http.jwt_authn.v3.JwtAuthentication")
        .put("providers", providers)
        .putList("rules", List.of(rule.build()));
  }

  private static Node.Mapping requires(Jwt it) {
    var any = new ArrayList<Node.Mapping>();
    it.providers().forEach(one -> any.add(Nodes.map().put("provider_name", one.name()).build()));
    if (!it.needed()) {
      any.add(Nodes.map().put("allow_missing", Nodes.map()).build());
    }
    return any.size() == 1
        ? any.getFirst()
        : Nodes.map().put("requires_any", Nodes.map().putList("requirements", any)).build();
  }

  private static Node.Mapping provider(JwtProvider it) {
    var node =
        Nodes.map()
            .putIfPresent("issuer", it.issuer(), Nodes::text)
            .putList("audiences", it.audiences(), Nodes::text);
    keys(it.keys(), node);
    if (it.forwards()) {
      node.put("forward", true);
    }
    return node.putList(
            "from_headers",
            it.headers(),
            header -> {
              var from = Nodes.map().put("name", header.name());
              return (header.prefix().isEmpty() ? from : from.put("value_prefix", header.prefix()))
                  .build();
            })
        .putList("from_params", it.parameters(), Nodes::text)
        .putList("from_cookies", it.cookies(), Nodes::text)
        .putIfPresent("forward_payload_header", it.payloadHeader(), Nodes::text)
        .put("payload_in_metadata", "payload")
        .putIfPresent(
            "normalize_payload_in_metadata",
            it.splits().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    Nodes.map()
                        .putList("space_delimited_claims", it.splits(), Nodes::text)
                        .build()))
        .putList(
            "claim_to_headers",
            it.writes(),
            write ->
                Nodes.map()
                    .put("header_name", write.header())
                    .put("claim_name", write.claim())
                    .build())
        .build();
  }

  private static void keys(Keys keys, Nodes node) {
    switch (keys) {
      case Keys.Inline(var json) -> node.put("local_jwks", Nodes.map().put("inline_string", json));
      case Keys.File(var path) -> node.put("local_jwks", Nodes.map().put("filename", path));
      case Keys.Remote(var uri, var cluster, var timeout) ->
          node.put(
              "remote_jwks",
              Nodes.map()
                  .put(
                      "http_uri",
                      Nodes.map().put("uri", uri).put("cluster", cluster).put("timeout", timeout))
                  .put("cache_duration", "300s")
                  .put("async_fetch", Nodes.map()));
    }
  }
}
