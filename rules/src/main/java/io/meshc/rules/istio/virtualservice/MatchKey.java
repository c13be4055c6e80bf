package io.meshc.rules.istio.virtualservice;

import io.meshc.dialect.istio.StringMatch;
import io.meshc.dialect.istio.routing.HttpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TlsMatch;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A match as a text that is the same for two that ask for the same, so that thousands can be looked up. Names are not in it.
final class MatchKey {
  private static final char END = '\0';

  private final StringBuilder text = new StringBuilder();

  private MatchKey() {}

  static String of(HttpMatch it) {
    var key = new MatchKey();
    key.match(it.uri()).match(it.scheme()).match(it.method()).match(it.authority());
    key.matches(it.headers()).matches(it.withoutHeaders()).matches(it.queryParams());
    key.value(it.ignoreUriCase()).value(it.port()).labels(it.sourceLabels());
    return key.value(it.sourceNamespace()).values(it.gateways()).value(it.statPrefix()).done();
  }

  /// What Istio compares beside the path: a match without a method counts as one of GET.
  static String besidePath(HttpMatch it) {
    var key = new MatchKey();
    key.value(it.port()).text.append(it.method().isEmpty() ? "e:GET" : text(it.method().get()));
    key.end().match(it.authority()).matches(it.headers()).matches(it.queryParams());
    return key.matches(it.withoutHeaders()).done();
  }

  static String of(TlsMatch it) {
    var key = new MatchKey();
    key.values(it.sniHosts()).values(it.destinationSubnets()).value(it.port());
    return key.labels(it.sourceLabels()).values(it.gateways()).value(it.sourceNamespace()).done();
  }

  static String of(TcpMatch it) {
    var key = new MatchKey();
    key.values(it.destinationSubnets()).value(it.port()).value(it.sourceSubnet());
    return key.labels(it.sourceLabels()).values(it.gateways()).value(it.sourceNamespace()).done();
  }

  /// A letter before what is matched, so that an exact text, a prefix and an expression differ.
  private static String text(StringMatch match) {
    if (match instanceof StringMatch.Exact it) {
      return "e:" + it.text().value();
    }
    if (match instanceof StringMatch.Prefix it) {
      return "p:" + it.text().value();
    }
    return match instanceof StringMatch.Regex it ? "r:" + it.text().value() : "*";
  }

  private MatchKey match(Optional<StringMatch> match) {
    match.ifPresent(this::match);
    return end();
  }

  private void match(StringMatch match) {
    text.append(text(match));
    end();
  }

  private MatchKey matches(Map<String, StringMatch> matches) {
    if (!matches.isEmpty()) {
      new TreeMap<>(matches)
          .forEach((name, match) -> {
            text.append(name).append(END);
            match(match);
          });
    }
    return end();
  }

  private MatchKey labels(Map<String, At<String>> labels) {
    if (!labels.isEmpty()) {
      new TreeMap<>(labels)
          .forEach(
              (name, value) -> text.append(name).append(END).append(value.value()).append(END));
    }
    return end();
  }

  private MatchKey values(List<? extends At<?>> values) {
    values.forEach(it -> text.append(it.value()).append(END));
    return end();
  }

  private MatchKey value(Optional<? extends At<?>> value) {
    value.ifPresent(it -> text.append(it.value()));
    return end();
  }

  private MatchKey end() {
    text.append(END);
    return this;
  }

  private String done() {
    return text.toString();
  }
}
