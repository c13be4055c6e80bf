package io.meshc.dialect.envoy.http;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Percent;
import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// What a filter is told.
public sealed interface FilterConfig {

  /// For the requests of one route alone. The listener has to have the filter, else nobody reads it.
  sealed interface OnRoute extends FilterConfig, Message {
    HttpFilter filter();
  }

  /// @param tokens that there are at most; each request takes one
  /// @param fill that come back
  /// @param interval after which they do, 50 ms at least
  record Bucket(int tokens, int fill, String interval) {
    public Node.Mapping node() {
      return Nodes.map()
          .put("max_tokens", tokens)
          .put("tokens_per_fill", fill)
          .put("fill_interval", interval)
          .build();
    }
  }

  /// @param status of what is refused
  /// @param headers of the answer to it
  record RateLimit(
      Bucket bucket, int status, List<io.meshc.dialect.envoy.route.HeaderEdits.Put> headers)
      implements OnRoute {
    public RateLimit {
      headers = List.copyOf(headers);
    }

    @Override
    public HttpFilter filter() {
      return new HttpFilter.LocalRateLimit();
    }

    /// Both shares are 0 where they are not said.
    @Override
    public Node.Mapping node() {
      var limit =
          Typed.of("extensions.filters.http.local_ratelimit.v3.LocalRateLimit")
              .put("stat_prefix", HttpFilter.LocalRateLimit.PREFIX);
      if (status != 429) {
        limit.put("status", Nodes.map().put("code", status));
      }
      return limit
          .put("token_bucket", bucket.node())
          .put("filter_enabled", Percent.ALL.fixed())
          .put("filter_enforced", Percent.ALL.fixed())
          .putList(
              "response_headers_to_add",
              headers,
              it ->
                  Nodes.map()
                      .put("header", Nodes.map().put("key", it.name()).put("value", it.value()))
                      .put("append_action", "OVERWRITE_IF_EXISTS_OR_ADD")
                      .build())
          .build();
    }
  }

  /// Who may go this way, in the place of what holds elsewhere.
  record Rbac(Rules rules) implements OnRoute {
    @Override
    public HttpFilter filter() {
      return new HttpFilter.Rbac(rules);
    }

    @Override
    public Node.Mapping node() {
      return Typed.of("extensions.filters.http.rbac.v3.RBACPerRoute")
          .put("rbac", Nodes.map().put("rules", rules.node()))
          .build();
    }
  }

  /// @param abort a status, and the share of the requests that end with it
  /// @param delay a time, and the share of the requests that wait for it
  record Fault(Optional<Abort> abort, Optional<Delay> delay) implements OnRoute {
    public record Abort(int status, Percent share) {}

    public record Delay(String time, Percent share) {}

    @Override
    public HttpFilter filter() {
      return new HttpFilter.Fault();
    }

    @Override
    public Node.Mapping node() {
      var fault = Typed.of("extensions.filters.http.fault.v3.HTTPFault");
      delay.ifPresent(it ->
          fault.put(
              "delay",
              Nodes.map().put("fixed_delay", it.time()).put("percentage", it.share().node())));
      abort.ifPresent(it ->
          fault.put(
              "abort",
              Nodes.map().put("http_status", it.status()).put("percentage", it.share().node())));
      return fault.build();
    }
  }

  /// @param maxAge in seconds, as text
  record Cors(
      List<StringMatch> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      Optional<String> maxAge,
      Optional<Boolean> credentials,
      Optional<Boolean> forwardsOthers)
      implements OnRoute {
    public Cors {
      origins = List.copyOf(origins);
      methods = List.copyOf(methods);
      headers = List.copyOf(headers);
      exposed = List.copyOf(exposed);
    }

    @Override
    public HttpFilter filter() {
      return new HttpFilter.Cors();
    }

    @Override
    public Node.Mapping node() {
      var cors =
          Typed.of("extensions.filters.http.cors.v3.CorsPolicy")
              .putList("allow_origin_string_match", origins, StringMatch::node);
      join("allow_methods", methods, cors);
      join("allow_headers", headers, cors);
      join("expose_headers", exposed, cors);
      return cors.putIfPresent("max_age", maxAge, Nodes::text)
          .putIfPresent("allow_credentials", credentials, Nodes::bool)
          .putIfPresent("forward_not_matching_preflights", forwardsOthers, Nodes::bool)
          .build();
    }

    private static void join(String key, List<String> values, Nodes into) {
      if (!values.isEmpty()) {
        into.put(key, String.join(",", values));
      }
    }
  }
}
