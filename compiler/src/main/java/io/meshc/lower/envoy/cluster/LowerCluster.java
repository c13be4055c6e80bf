package io.meshc.lower.envoy.cluster;

import io.meshc.dialect.envoy.cluster.Breakers;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.cluster.Cluster.Balancing;
import io.meshc.dialect.envoy.cluster.Cluster.Discovery;
import io.meshc.dialect.envoy.cluster.Cluster.Http;
import io.meshc.dialect.envoy.cluster.Endpoints;
import io.meshc.dialect.envoy.cluster.Endpoints.Endpoint;
import io.meshc.dialect.envoy.cluster.Endpoints.Locality;
import io.meshc.dialect.envoy.route.Action;
import io.meshc.dialect.envoy.tls.ClientTls;
import io.meshc.lower.envoy.cluster.LowerEndpoints.Found;
import io.meshc.lower.envoy.proxy.Readings;
import io.meshc.lower.envoy.proxy.View;
import io.meshc.model.BackendPolicy;
import io.meshc.model.BackendPolicy.Subset;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Protocol;
import io.meshc.model.traffic.Handling;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A destination, as a client sees it → the cluster of it.
public final class LowerCluster {
  private static final String CONNECT_TIMEOUT = "2s";
  private static final String SYSTEM_ROOTS = "/etc/ssl/certs/ca-certificates.crt";

  /// Where requests go that reach nothing: they are answered 503.
  public static final String NOWHERE = "nowhere";

  private LowerCluster() {}

  /// Empty where no policy that the client sees knows the subset.
  ///
  /// @param http requests of HTTP come to it
  public static Optional<Cluster> of(Destination destination, boolean http, View view) {
    List<BackendPolicy> policies = Policies.of(destination.service(), view);
    Optional<Subset> subset =
        policies.stream()
            .flatMap(it -> it.subsets().stream())
            .filter(it -> it.name().equals(destination.subset()))
            .findFirst();
    if (!destination.subset().isEmpty() && subset.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> labels = subset.map(Subset::labels).orElse(Map.of());
    LowerEndpoints.Endpoints found = LowerEndpoints.of(destination, labels, view);
    String domain = view.fleet().mesh().assumptions().clusterDomain();
    // By what it says in its handshake, a server that finds out by itself knows what comes: one
    // cluster cannot say both.
    String raw = !http && isSniffed(destination, view) ? "tcp." : "";
    String name = raw + destination.cluster(domain);
    Optional<BackendPolicy.ClientTls> mode = tls(policies, subset, destination.port());
    Handling handling =
        handling(policies, subset, destination.port()).or(loaded(destination, view));
    Encryption encryption = encryption(mode, handling, found, destination, http, view);
    return Optional.of(
        new Cluster(
            name,
            found.discovery(),
            LowerHandling.connectTimeout(handling).orElse(CONNECT_TIMEOUT),
            handling.hash().isPresent() ? Balancing.RING_HASH : balancing(policies, view),
            http ? LowerHandling.http(handling) : Http.NONE,
            LowerHandling.breakers(handling),
            LowerHandling.outlier(handling),
            endpoints(name, found.all(), encryption.some()),
            Optional.empty(),
            encryption.tls(),
            encryption.some()));
  }

  /// Connections to a port at which there may be HTTP, too, say within their TLS that they are none: a cluster of their own.
  private static boolean isSniffed(Destination destination, View view) {
    return destination
        .declared()
        .filter(it -> Readings.of(destination.service(), it, view) == Protocol.SNIFFED)
        .isPresent();
  }

  /// What of a request decides which endpoint has it.
  public static Optional<Action.Hash> hash(Destination destination, View view) {
    List<BackendPolicy> policies = Policies.of(destination.service(), view);
    Optional<Subset> subset =
        policies.stream()
            .flatMap(it -> it.subsets().stream())
            .filter(it -> it.name().equals(destination.subset()))
            .findFirst();
    return handling(policies, subset, destination.port()).hash().map(LowerHandling::hash);
  }

  private static Handling handling(
      List<BackendPolicy> policies, Optional<Subset> subset, int port) {
    return subset
        .map(Subset::handling)
        .or(() ->
            policies.stream()
                .map(BackendPolicy::handling)
                .filter(it -> !it.equals(Handling.NONE))
                .findFirst())
        .orElse(Handling.NONE)
        .at(port);
  }

  private static Handling loaded(Destination destination, View view) {
    return new Handling(
        view.loads(destination.service().name()).flatMap(it -> it.bounds().stream()).findFirst(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private record Encryption(Optional<ClientTls> tls, boolean some) {}

  private static Optional<BackendPolicy.ClientTls> tls(
      List<BackendPolicy> policies, Optional<Subset> subset, int port) {
    return subset
        .map(Subset::connection)
        .or(() ->
            policies.stream()
                .map(BackendPolicy::connection)
                .filter(it -> it.tls().isPresent() || !it.ports().isEmpty())
                .findFirst())
        .flatMap(it -> it.at(port))
        .map(At::value);
  }

  /// A client that is told nothing encrypts to those that take it.
  private static Encryption encryption(
      Optional<BackendPolicy.ClientTls> mode,
      Handling handling,
      LowerEndpoints.Endpoints found,
      Destination destination,
      boolean http,
      View view) {
    if (handling.certificates().isPresent()) {
      String called =
          destination.service().name().isHost() ? destination.service().name().name() : "";
      return new Encryption(
          handling.certificates().map(it -> LowerHandling.tls(it, called, SYSTEM_ROOTS)), false);
    }
    boolean willing = view.proxy().plane().outset().encrypts();
    boolean all =
        mode.map(it -> it == BackendPolicy.ClientTls.MESH)
            .orElse(willing && found.all().stream().allMatch(Found::encrypts));
    boolean some =
        mode.isEmpty() && !all && willing && found.all().stream().anyMatch(Found::encrypts);
    if (found.all().isEmpty() || (!all && !some)) {
      return new Encryption(Optional.empty(), false);
    }
    String host =
        destination.service().name().host(view.fleet().mesh().assumptions().clusterDomain());
    ClientTls tls = LowerTls.client(view.proxy(), host, found.servers(), http, view.fleet());
    return new Encryption(Optional.of(tls), some);
  }

  private static Endpoints endpoints(String cluster, List<Found> found, boolean marks) {
    List<Endpoint> endpoints =
        found.stream().map(it -> new Endpoint(it.address(), 0, marks && it.encrypts())).toList();
    return new Endpoints(
        cluster,
        endpoints.isEmpty() ? List.of() : List.of(new Locality(Optional.empty(), 0, 0, endpoints)));
  }

  private static Balancing balancing(List<BackendPolicy> policies, View view) {
    LoadBalancing said =
        policies.stream()
            .flatMap(it -> it.balancing().stream())
            .map(At::value)
            .findFirst()
            .orElse(view.proxy().plane().balancing());
    return switch (said) {
      case LEAST_REQUEST -> Balancing.LEAST_REQUEST;
      case RANDOM -> Balancing.RANDOM;
      case ROUND_ROBIN, PASSTHROUGH, UNKNOWN -> Balancing.ROUND_ROBIN;
    };
  }

  /// The application behind a proxy.
  public static Cluster application(String name, String address, int port, boolean http) {
    var at = new io.meshc.dialect.envoy.Address(address, port);
    var endpoints =
        new Endpoints(
            name,
            List.of(new Locality(Optional.empty(), 0, 0, List.of(new Endpoint(at, 0, false)))));
    return plain(name, Discovery.STATIC, Balancing.ROUND_ROBIN, endpoints, http);
  }

  /// A server outside of the mesh.
  public static Cluster external(String name, io.meshc.dialect.envoy.Address at, boolean secure) {
    boolean known = io.meshc.model.match.AddressBlock.of(at.host()).isPresent();
    var endpoints =
        new Endpoints(
            name,
            List.of(new Locality(Optional.empty(), 0, 0, List.of(new Endpoint(at, 0, false)))));
    Cluster plain =
        plain(
            name,
            known ? Discovery.STATIC : Discovery.STRICT_DNS,
            Balancing.ROUND_ROBIN,
            endpoints,
            true);
    var tls = new Handling.OwnTls(false, "", "", "", List.of(at.host()), at.host(), "", false);
    return secure ? plain.with(LowerHandling.tls(tls, at.host(), SYSTEM_ROOTS)) : plain;
  }

  /// No server at all.
  public static Cluster nowhere() {
    return plain(
        NOWHERE, Discovery.STATIC, Balancing.ROUND_ROBIN, new Endpoints(NOWHERE, List.of()), true);
  }

  /// Wherever the connection was to go.
  public static Cluster passthrough(String name, boolean http) {
    return plain(
        name,
        Discovery.ORIGINAL_DST,
        Balancing.CLUSTER_PROVIDED,
        new Endpoints(name, List.of()),
        http);
  }

  /// Wherever the connection was to go, if that is one of some clusters; empty where these are not talked to alike.
  public static Optional<Cluster> called(String name, List<Cluster> any) {
    List<ClientTls> tls = any.stream().flatMap(it -> it.tls().stream()).toList();
    Cluster plain = passthrough(name, false);
    if (any.stream().anyMatch(Cluster::encryptsSome)) {
      return Optional.empty();
    }
    if (tls.isEmpty()) {
      return Optional.of(plain);
    }
    return tls.size() < any.size() ? Optional.empty() : LowerTls.any(tls).map(plain::with);
  }

  private static Cluster plain(
      String name, Discovery discovery, Balancing balancing, Endpoints endpoints, boolean http) {
    return new Cluster(
        name,
        discovery,
        CONNECT_TIMEOUT,
        balancing,
        http ? Http.AS_IT_CAME : Http.NONE,
        Breakers.NONE,
        Optional.empty(),
        endpoints,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
