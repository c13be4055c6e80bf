package io.meshc.cli.config;

import io.meshc.lower.Backend;
import io.meshc.lower.Backends;
import io.meshc.lower.Effect;
import java.util.Arrays;
import java.util.List;

/// The closed lists of words that options take, the same on the command line, in the environment and in the config file.
public final class Words {
  private Words() {}

  public static final List<String> ASSUME = List.of("open", "closed");
  public static final List<String> PATH_REGEX = List.of("full", "prefix");
  public static final List<String> GATEWAY_CHANNELS = List.of("standard", "experimental");
  public static final List<String> GATEWAY_PROFILES = List.of("spec", "istio", "linkerd");
  public static final List<String> YES_NO = List.of("true", "false");
  public static final List<String> SEVERITIES = List.of("info", "warning", "error");
  public static final List<String> FAIL_ON = List.of("error", "warning", "info", "never");
  public static final List<String> FORMATS = List.of("text", "json", "sarif", "github", "markdown");
  public static final List<String> COLOR = List.of("auto", "always", "never");
  public static final List<String> ISTIO_REGEX = List.of("envoyfilter");

  public static final List<String> LAYOUTS = List.of("static", "xds", "both");
  public static final List<String> ENDPOINTS = List.of("dns", "slices", "strict");
  public static final List<String> EMIT = List.of("yaml", "json");
  public static final List<String> ENVOY_VERSIONS = List.of("1.40");

  public static List<String> targets() {
    return Backends.ALL.stream().map(Backend::name).toList();
  }

  public static List<String> effects() {
    return Arrays.stream(Effect.values()).map(Effect::label).toList();
  }
}
