package io.meshc.dialect.gateway.route;

import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Optional;

/// What is done to a request, or to its answer. `type` says which one of the parts there should be.
public record Filter(
    Optional<At<Type>> type,
    Optional<HeaderModifier> requestHeaderModifier,
    Optional<HeaderModifier> responseHeaderModifier,
    Optional<Mirror> requestMirror,
    Optional<Redirect> requestRedirect,
    Optional<Rewrite> urlRewrite,
    Optional<Cors> cors,
    Optional<ExternalAuth> externalAuth,
    Optional<Extension> extensionRef,
    Origin origin) {

  public enum Type {
    REQUEST_HEADER_MODIFIER("RequestHeaderModifier"),
    RESPONSE_HEADER_MODIFIER("ResponseHeaderModifier"),
    REQUEST_MIRROR("RequestMirror"),
    REQUEST_REDIRECT("RequestRedirect"),
    URL_REWRITE("URLRewrite"),
    CORS("CORS"),
    EXTERNAL_AUTH("ExternalAuth"),
    EXTENSION_REF("ExtensionRef");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public record HeaderModifier(
      List<Header> set, List<Header> add, List<At<String>> remove, Origin origin) {
    public HeaderModifier {
      set = List.copyOf(set);
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }
  }

  public record Header(Optional<At<String>> name, Optional<At<String>> value, Origin origin) {}

  /// @param percent of the requests; absent, with `fraction` absent too, for all
  public record Mirror(
      Optional<BackendRef> backendRef,
      Optional<At<Long>> percent,
      Optional<Fraction> fraction,
      Origin origin) {}

  /// @param denominator absent is 100
  public record Fraction(
      Optional<At<Long>> numerator, Optional<At<Long>> denominator, Origin origin) {}

  /// @param statusCode absent is 302
  public record Redirect(
      Optional<At<String>> scheme,
      Optional<At<String>> hostname,
      Optional<PathModifier> path,
      Optional<At<Long>> port,
      Optional<At<Long>> statusCode,
      Origin origin) {}

  public record Rewrite(
      Optional<At<String>> hostname, Optional<PathModifier> path, Origin origin) {}

  public record PathModifier(
      Optional<At<PathModifierType>> type,
      Optional<At<String>> replaceFullPath,
      Optional<At<String>> replacePrefixMatch,
      Origin origin) {}

  public enum PathModifierType {
    REPLACE_FULL_PATH("ReplaceFullPath"),
    REPLACE_PREFIX_MATCH("ReplacePrefixMatch");

    private final String word;

    PathModifierType(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /// @param maxAge in seconds; absent is 5
  public record Cors(
      List<At<String>> allowOrigins,
      Optional<At<Boolean>> allowCredentials,
      List<At<String>> allowMethods,
      List<At<String>> allowHeaders,
      List<At<String>> exposeHeaders,
      Optional<At<Long>> maxAge,
      Origin origin) {
    public Cors {
      allowOrigins = List.copyOf(allowOrigins);
      allowMethods = List.copyOf(allowMethods);
      allowHeaders = List.copyOf(allowHeaders);
      exposeHeaders = List.copyOf(exposeHeaders);
    }
  }

  /// A server that is asked whether a request may pass.
  public record ExternalAuth(
      Optional<At<String>> protocol,
      Optional<BackendRef> backendRef,
      Optional<GrpcAuth> grpc,
      Optional<HttpAuth> http,
      Optional<ForwardBody> forwardBody,
      Origin origin) {}

  public record GrpcAuth(List<At<String>> allowedHeaders, Origin origin) {
    public GrpcAuth {
      allowedHeaders = List.copyOf(allowedHeaders);
    }
  }

  public record HttpAuth(
      Optional<At<String>> path,
      List<At<String>> allowedHeaders,
      List<At<String>> allowedResponseHeaders,
      Origin origin) {
    public HttpAuth {
      allowedHeaders = List.copyOf(allowedHeaders);
      allowedResponseHeaders = List.copyOf(allowedResponseHeaders);
    }
  }

  public record ForwardBody(Optional<At<Long>> maxSize, Origin origin) {}

  /// Something of the implementation's own, in the namespace of the route.
  public record Extension(
      Optional<At<String>> group,
      Optional<At<String>> kind,
      Optional<At<String>> name,
      Origin origin) {}
}
