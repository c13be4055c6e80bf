package io.meshc.rules.gateway.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Which field each type of filter has.
final class FilterTypes {
  static final Map<String, String> OF_GRPC =
      Map.of(
          "RequestHeaderModifier",
          "requestHeaderModifier",
          "ResponseHeaderModifier",
          "responseHeaderModifier",
          "RequestMirror",
          "requestMirror",
          "ExtensionRef",
          "extensionRef");

  static final Map<String, String> OF_HTTP = ofHttp();

  /// What can happen to a request once.
  static final Set<String> ONCE =
      Set.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestRedirect",
          "URLRewrite",
          "CORS");

  static final Map<String, String> OF_PATH =
      Map.of("ReplaceFullPath", "replaceFullPath", "ReplacePrefixMatch", "replacePrefixMatch");

  static final Map<String, String> OF_AUTHORIZATION = Map.of("GRPC", "grpc", "HTTP", "http");

  static final Map<String, String> OF_SESSION = Map.of("Cookie", "cookie", "Header", "header");

  private FilterTypes() {}

  private static Map<String, String> ofHttp() {
    var all = new HashMap<>(OF_GRPC);
    all.put("RequestRedirect", "requestRedirect");
    all.put("URLRewrite", "urlRewrite");
    all.put("CORS", "cors");
    all.put("ExternalAuth", "externalAuth");
    return Map.copyOf(all);
  }
}
