package io.meshc.dialect.envoy.http;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.Typed;
import io.meshc.dialect.envoy.rbac.Rules;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.List;
import java.util.Optional;

/// A filter that requests pass. Their order is their meaning.
public sealed interface HttpFilter extends Message {
  String filterName();

  record Jwt(List<JwtProvider> providers, boolean needed) implements HttpFilter {
    public Jwt {
      providers = List.copyOf(providers);
    }

    @Override
    public String filterName() {
      return "envoy.filters.http.jwt_authn";
    }
  }

  record Rbac(Rules rules) implements HttpFilter {
    @Override
    public String filterName() {
      return "envoy.filters.http.rbac" + (rules.action() == Rules.Action.DENY ? ".deny" : ".allow");
    }
  }

  /// Limits nothing by itself: routes and hosts say how much.
  record LocalRateLimit() implements HttpFilter {
    static final String PREFIX = "http_local_rate_limiter";

    @Override
    public String filterName() {
      return "envoy.filters.http.local_ratelimit";
    }
  }

  /// Does nothing by itself: routes say what.
  record Fault() implements HttpFilter {
    @Override
    public String filterName() {
      return "envoy.filters.http.fault";
    }
  }

  record Cors() implements HttpFilter {
    @Override
    public String filterName() {
      return "envoy.filters.http.cors";
    }
  }

  /// Always the last one.
  record Router() implements HttpFilter {
    @Override
    public String filterName() {
      return "envoy.filters.http.router";
    }
  }

  @Override
  default Node.Mapping node() {
    return Typed.named(filterName(), config());
  }

  private Nodes config() {
    return switch (this) {
      case Jwt it -> RenderJwt.config(it);
      case Rbac(var rules) ->
          Typed.of("extensions.filters.http.rbac.v3.RBAC").put("rules", rules.node());
      case LocalRateLimit() ->
          Typed.of("extensions.filters.http.local_ratelimit.v3.LocalRateLimit")
              .put("stat_prefix", LocalRateLimit.PREFIX);
      case Fault() -> Typed.of("extensions.filters.http.fault.v3.HTTPFault");
      case Cors() -> Typed.of("extensions.filters.http.cors.v3.Cors");
      case Router() -> Typed.of("extensions.filters.http.router.v3.Router");
    };
  }

  /// @param issuer absent for any
  /// @param audiences any of which a token names; none for all
  /// @param headers that hold a token, each with what stands before it; none for the usual places
  /// @param forwards the token goes on
  /// @param splits claims whose texts are lists with blanks between
  /// @param writes claims by the header that they are written into
  record JwtProvider(
      String name,
      Optional<String> issuer,
      List<String> audiences,
      Keys keys,
      List<TokenHeader> headers,
      List<String> parameters,
      List<String> cookies,
      boolean forwards,
      Optional<String> payloadHeader,
      List<ClaimHeader> writes,
      List<String> splits) {
    public JwtProvider {
      audiences = List.copyOf(audiences);
      headers = List.copyOf(headers);
      parameters = List.copyOf(parameters);
      cookies = List.copyOf(cookies);
      writes = List.copyOf(writes);
      splits = List.copyOf(splits);
    }
  }

  record TokenHeader(String name, String prefix) {}

  record ClaimHeader(String header, String claim) {}

  /// The keys by which signatures are verified.
  sealed interface Keys {
    record Inline(String json) implements Keys {}

    record File(String path) implements Keys {}

    record Remote(String uri, String cluster, String timeout) implements Keys {}
  }
}
