package io.meshc.normalize.istio.traffic;

import io.meshc.dialect.istio.routing.HttpRoute;
import io.meshc.dialect.istio.routing.HttpRoute.CorsPolicy;
import io.meshc.dialect.istio.routing.HttpRoute.Percent;
import io.meshc.dialect.istio.routing.HttpRoute.Redirect;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HeaderOperations;
import io.meshc.dialect.istio.routing.VirtualService.Headers;
import io.meshc.dialect.istio.routing.VirtualService.PortSelector;
import io.meshc.model.Route.Edit;
import io.meshc.model.ServiceName;
import io.meshc.model.traffic.CorsGrants;
import io.meshc.model.traffic.Location;
import io.meshc.model.traffic.Treatment;
import io.meshc.model.traffic.Treatment.Delay;
import io.meshc.model.traffic.Treatment.Mirror;
import io.meshc.model.traffic.Treatment.Retry;
import io.meshc.normalize.GoDuration;
import io.meshc.source.At;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/// One HTTP route of a VirtualService → what it does to requests beside sending them on.
///
/// Source: istio.io, "VirtualService"; istio/istio, pilot/pkg/networking/core/route.
public final class Treatments {
  private Treatments() {}

  /// What Istio tries again where nobody says anything.
  public static final Retry DEFAULT_RETRY =
      new Retry(
          2,
          Optional.empty(),
          Optional.empty(),
          List.of("connect-failure", "refused-stream", "unavailable", "cancelled"));

  /// @param named Services by the hosts that the route writes
  public static Treatment of(HttpRoute route, Function<String, ServiceName> named) {
    return new Treatment(
        duration(route.timeout()),
        route.retries().map(Treatments::retry),
        mirrors(route, named),
        route.fault().flatMap(HttpRoute.Fault::delay).flatMap(Treatments::delay),
        route.headers().flatMap(Headers::response).map(Treatments::edits).orElse(List.of()));
  }

  private static Optional<Duration> duration(Optional<At<String>> text) {
    return text.flatMap(it -> GoDuration.parse(it.value()));
  }

  private static Retry retry(HttpRoute.Retries it) {
    List<String> on =
        it.retryOn()
            .map(at -> List.of(at.value().split(",")))
            .map(all -> all.stream().map(String::strip).filter(one -> !one.isEmpty()).toList())
            .filter(all -> !all.isEmpty())
            .orElse(DEFAULT_RETRY.on());
    int attempts = it.attempts().map(at -> at.value().intValue()).orElse(DEFAULT_RETRY.attempts());
    return new Retry(attempts, duration(it.perTryTimeout()), duration(it.backoff()), on);
  }

  /// Without a percentage of its own, the one of the older fields counts, else every request is copied.
  private static List<Mirror> mirrors(HttpRoute route, Function<String, ServiceName> named) {
    var mirrors = new ArrayList<Mirror>();
    route
        .mirror()
        .ifPresent(it -> {
          double old =
              route
                  .mirrorPercent()
                  .or(route::mirrorPercentOld)
                  .map(at -> at.value() / 100.0)
                  .orElse(1.0);
          double share = route.mirrorPercentage().map(Treatments::share).orElse(old);
          mirror(it, share, named).ifPresent(mirrors::add);
        });
    for (HttpRoute.Mirror it : route.mirrors()) {
      double share = it.percentage().map(Treatments::share).orElse(1.0);
      it.destination().flatMap(to -> mirror(to, share, named)).ifPresent(mirrors::add);
    }
    return mirrors;
  }

  private static Optional<Mirror> mirror(
      Destination to, double share, Function<String, ServiceName> named) {
    return to.host()
        .map(host ->
            new Mirror(
                named.apply(host.value()),
                port(to),
                to.subset().map(At::value).filter(it -> !it.isEmpty()),
                share));
  }

  private static OptionalInt port(Destination to) {
    return to.port()
        .flatMap(PortSelector::number)
        .map(it -> OptionalInt.of(it.value().intValue()))
        .orElse(OptionalInt.empty());
  }

  private static double share(Percent percent) {
    return percent.value().map(it -> it.value().doubleValue() / 100).orElse(0.0);
  }

  /// Without a percentage no request waits: the zero of Envoy's field, as of an abort.
  private static Optional<Delay> delay(HttpRoute.Delay it) {
    double old = it.percent().map(at -> at.value() / 100.0).orElse(0.0);
    double share = it.percentage().map(Treatments::share).orElse(old);
    return duration(it.fixedDelay()).map(time -> new Delay(time, share));
  }

  /// Envoy removes before it adds.
  private static List<Edit> edits(HeaderOperations operations) {
    var edits = new ArrayList<Edit>();
    operations.remove().forEach(it -> edits.add(new Edit.RemoveHeader(it.value())));
    new TreeMap<>(operations.set())
        .forEach((name, value) -> edits.add(edit(name, value.value(), false)));
    new TreeMap<>(operations.add())
        .forEach((name, value) -> edits.add(edit(name, value.value(), true)));
    return edits;
  }

  private static Edit edit(String name, String value, boolean beside) {
    if (value.replace("%%", "").indexOf('%') >= 0) {
      return new Edit.Compute(name);
    }
    String plain = value.replace("%%", "%");
    return beside ? new Edit.AddHeader(name, plain) : new Edit.SetHeader(name, plain);
  }

  public static CorsGrants grants(CorsPolicy policy) {
    return new CorsGrants(
        texts(policy.allowMethods()),
        texts(policy.allowHeaders()),
        texts(policy.exposeHeaders()),
        duration(policy.maxAge()),
        policy.allowCredentials().map(At::value));
  }

  private static List<String> texts(List<At<String>> written) {
    return written.stream().map(At::value).toList();
  }

  /// Where the path goes; `prefixRewrite` leaves what stands behind the prefix that the match has met.
  public static Location location(Redirect redirect) {
    Optional<Edit> whole = redirect.uri().map(it -> new Edit.WholePath(it.value()));
    Optional<Edit> start = redirect.prefixRewrite().map(it -> new Edit.PathStart("", it.value()));
    return new Location(
        redirect.scheme().map(At::value),
        redirect.authority().map(At::value),
        redirect
            .port()
            .map(it -> OptionalInt.of(it.value().intValue()))
            .orElse(OptionalInt.empty()),
        whole.or(() -> start));
  }
}
