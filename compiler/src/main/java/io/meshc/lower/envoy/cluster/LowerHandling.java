package io.meshc.lower.envoy.cluster;

import io.meshc.dialect.envoy.StringMatch;
import io.meshc.dialect.envoy.cluster.Breakers;
import io.meshc.dialect.envoy.cluster.Cluster.Http;
import io.meshc.dialect.envoy.cluster.Outlier;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.tls.ClientTls;
import io.meshc.dialect.envoy.tls.CommonTls;
import io.meshc.dialect.envoy.tls.Credentials;
import io.meshc.dialect.envoy.tls.Validation;
import io.meshc.lower.envoy.Durations;
import io.meshc.model.traffic.Handling;
import io.meshc.model.traffic.Handling.Bounds;
import io.meshc.model.traffic.Handling.Ejection;
import io.meshc.model.traffic.Handling.OwnTls;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How a client goes about endpoints → bounds, ejection and TLS of a cluster.
final class LowerHandling {
  private LowerHandling() {}

  static Breakers breakers(Handling handling) {
    return handling
        .bounds()
        .map(it -> new Breakers(it.connections(), it.pending(), it.requests(), it.retries()))
        .orElse(Breakers.NONE);
  }

  static Optional<String> connectTimeout(Handling handling) {
    return handling.bounds().flatMap(Bounds::connectTimeout).map(Durations::text);
  }

  static Http http(Handling handling) {
    return new Http(
        Http.Version.DOWNSTREAM,
        handling.bounds().map(it -> it.perConnection().orElse(0)).orElse(0),
        handling.bounds().flatMap(Bounds::idle).map(Durations::text));
  }

  static Optional<Outlier> outlier(Handling handling) {
    return handling.ejection().map(LowerHandling::outlier);
  }

  private static Outlier outlier(Ejection it) {
    return new Outlier(
        number(it.errors()),
        number(it.gatewayErrors()),
        number(it.localErrors()),
        it.interval().map(Durations::text),
        it.time().map(Durations::text),
        number(it.maxPercent()));
  }

  private static Optional<Integer> number(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  /// TLS with certificates of its own: what the server shows is checked by its names, or else by its authority alone.
  ///
  /// @param roots of the system, where nobody names others
  static ClientTls tls(OwnTls it, String host, String roots) {
    List<Validation.Name> names =
        it.names().stream()
            .map(name ->
                name.contains("://")
                    ? new Validation.Name(Validation.Kind.URI, StringMatch.exact(name))
                    : new Validation.Name(Validation.Kind.DNS, StringMatch.exact(name)))
            .toList();
    Optional<Credentials> own =
        it.mutual() && !it.certificate().isEmpty()
            ? Optional.of(new Credentials.Pair(it.certificate(), it.key()))
            : Optional.empty();
    Optional<Validation> asked =
        it.unchecked() ? Optional.empty() : Optional.of(new Validation(names));
    var common =
        new CommonTls(
            own,
            asked,
            Optional.of(it.roots().isEmpty() ? roots : it.roots()),
            List.of(),
            "TLSv1_2",
            "TLSv1_3");
    return new ClientTls(it.sni().isEmpty() ? host : it.sni(), common);
  }

  static Action.Hash hash(Handling.Hash hash) {
    return switch (hash) {
      case Handling.Hash.Header(var name) -> new Action.Hash.Header(name);
      case Handling.Hash.Cookie(var name, var ttl, var path) ->
          new Action.Hash.Cookie(name, ttl.map(Durations::text), path);
      case Handling.Hash.SourceAddress _ -> new Action.Hash.SourceAddress();
      case Handling.Hash.Query(var name) -> new Action.Hash.Query(name);
    };
  }
}
