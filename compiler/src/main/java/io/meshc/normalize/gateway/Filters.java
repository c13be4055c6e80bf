package io.meshc.normalize.gateway;

import io.meshc.dialect.gateway.route.Filter;
import io.meshc.dialect.gateway.route.Filter.Cors;
import io.meshc.dialect.gateway.route.Filter.Header;
import io.meshc.dialect.gateway.route.Filter.HeaderModifier;
import io.meshc.dialect.gateway.route.Filter.PathModifier;
import io.meshc.dialect.gateway.route.Filter.PathModifierType;
import io.meshc.dialect.gateway.route.Filter.Redirect;
import io.meshc.dialect.gateway.route.Filter.Rewrite;
import io.meshc.model.Route;
import io.meshc.model.Route.Answer;
import io.meshc.model.Route.Edit;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Filters → what they change of a request, or answer in the place of a backend.
///
/// Source: gateway-api.sigs.k8s.io, HTTPRouteFilter.
///
/// @param prefix that the rule has matched; empty where it has matched no prefix
record Filters(List<Filter> filters, Optional<String> prefix, GatewayProfile profile) {

  List<Edit> edits() {
    var edits = new ArrayList<Edit>();
    for (Filter it : filters) {
      it.requestHeaderModifier().ifPresent(headers -> headers(headers, edits));
      it.urlRewrite().ifPresent(rewrite -> rewrite(rewrite, edits));
    }
    return edits;
  }

  Optional<At<Answer>> answer() {
    return filters.stream()
        .flatMap(it -> it.requestRedirect().stream())
        .findFirst()
        .map(it -> At.of(new Answer.Redirect(status(it)), it.origin()));
  }

  Optional<At<Route.Cors>> cors() {
    return filters.stream()
        .flatMap(it -> it.cors().stream())
        .findFirst()
        .map(it -> At.of(new Route.Cors(origins(it), false), it.origin()));
  }

  /// What decides beside the rule, and which the repo does not show; empty where there is nothing such.
  Optional<String> decider() {
    for (Filter it : filters) {
      if (it.externalAuth().isPresent()) {
        return Optional.of("a server of external authorization decides");
      }
      if (it.extensionRef().isPresent()) {
        String kind = it.extensionRef().get().kind().map(At::value).orElse("");
        return Optional.of("what filter `" + kind + "` does is not in the model");
      }
    }
    return Optional.empty();
  }

  private static int status(Redirect redirect) {
    return redirect.statusCode().map(it -> it.value().intValue()).orElse(302);
  }

  private static List<TextPattern> origins(Cors cors) {
    return cors.allowOrigins().stream().map(it -> origin(it.value())).toList();
  }

  /// `*`, an origin, or one with a `*` for some part of its host.
  private static TextPattern origin(String text) {
    if (text.equals("*")) {
      return TextPattern.ANYTHING;
    }
    int star = text.indexOf('*');
    if (star < 0) {
      return new TextPattern.Exact(text);
    }
    String regex =
        Regex.quote(text.substring(0, star)) + ".*" + Regex.quote(text.substring(star + 1));
    return Regex.of(regex)
        .<TextPattern>map(TextPattern.FullRegex::new)
        .orElse(new TextPattern.Exact(text));
  }

  private void headers(HeaderModifier headers, List<Edit> edits) {
    headers.remove().forEach(it -> edits.add(new Edit.RemoveHeader(lower(it.value()))));
    headers.set().forEach(it -> edits.add(write(it, false)));
    headers.add().forEach(it -> edits.add(write(it, true)));
  }

  /// Istio hands values on to Envoy, which computes what stands in them with a `%`.
  private Edit write(Header header, boolean beside) {
    String name = lower(header.name().map(At::value).orElse(""));
    String value = header.value().map(At::value).orElse("");
    boolean istio = profile == GatewayProfile.ISTIO;
    if (istio && value.replace("%%", "").indexOf('%') >= 0) {
      return new Edit.Compute(name);
    }
    String plain = istio ? value.replace("%%", "%") : value;
    if (name.equals("host")) {
      return new Edit.Authority(plain);
    }
    return beside ? new Edit.AddHeader(name, plain) : new Edit.SetHeader(name, plain);
  }

  private void rewrite(Rewrite rewrite, List<Edit> edits) {
    rewrite.hostname().ifPresent(it -> edits.add(new Edit.Authority(it.value())));
    rewrite.path().ifPresent(it -> edits.add(path(it)));
  }

  private Edit path(PathModifier path) {
    boolean whole =
        path.type().filter(it -> it.value() == PathModifierType.REPLACE_FULL_PATH).isPresent();
    if (whole) {
      return new Edit.WholePath(path.replaceFullPath().map(At::value).orElse("/"));
    }
    String to = path.replacePrefixMatch().map(At::value).orElse("");
    String from = prefix.orElse("/");
    if (!from.equals("/")) {
      return new Edit.PathElements(from, to);
    }
    // Istio does not look for elements where the prefix is `/` (measured).
    return profile == GatewayProfile.ISTIO
        ? new Edit.PathStart("/", to)
        : new Edit.PathElements("", to);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
