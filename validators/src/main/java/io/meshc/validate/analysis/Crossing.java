package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.Service;
import io.meshc.model.Workload;
import io.meshc.model.cluster.Clusters;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.model.cluster.Topology;
import io.meshc.model.cluster.Topology.NetworkGateway;
import io.meshc.model.match.HostPattern;
import io.meshc.model.proxy.Gateway;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The way to one workload of another cluster, which sees who the client is.
final class Crossing {
  private final Lookup lookup;
  private final Sender sender;
  private final Lookup there;
  private final Target target;
  private final Workload workload;

  Crossing(Lookup lookup, Sender sender, Lookup there, Target target, Workload workload) {
    this.lookup = lookup;
    this.sender = sender;
    this.there = there;
    this.target = target;
    this.workload = workload;
  }

  Optional<Place> place() {
    return Elsewhere.topology(lookup, sender)
        .flatMap(it -> it.placeOf(workload))
        .or(() -> lookup.clusters().member(there.cluster()).flatMap(Clusters.Member::place));
  }

  boolean isDirect() {
    return network().equals(ownNetwork());
  }

  private String network() {
    return networkOf(there, Optional.of(workload));
  }

  private String ownNetwork() {
    return networkOf(lookup, sender.workloads().stream().findFirst());
  }

  Reached at(Endpoints.Asked asked, Portion share, boolean direct) {
    Optional<Reached> stopped = direct ? Optional.empty() : networks(asked, share);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    boolean ofNode =
        sender.isAmbient(lookup) || workload.membership() instanceof Membership.Ambient;
    if (ofNode) {
      return unknown(asked, share, "what node proxies do between clusters is not modelled");
    }
    if (direct) {
      String because = "`" + workload.label() + "` of " + named() + " is called directly";
      Elsewhere.note(asked, workload.origin(), because);
    }
    int port = target.at(workload).orElseThrow();
    Request sent = asked.request().at(port);
    var inbound = new Inbound(there);
    Encryption encryption = Encryption.of(workload, sent, asked.way(), sender, inbound, lookup);
    if (encryption.refused().isPresent()) {
      asked.steps().add(encryption.refused().get());
      return reached(share, Verdict.DENY, http(sent), "tls");
    }
    if (isStranger(encryption.request())) {
      String because =
          "the client's proxy takes no server of trust domain `"
              + workload.identity().trustDomain()
              + "`";
      asked.steps().add(Elsewhere.step("transport", workload.origin(), false, because));
      return reached(share, Verdict.DENY, http(sent), "tls");
    }
    Inbound.Answer answer =
        encryption.unknown().isEmpty()
            ? inbound.at(workload, encryption.request(), sender)
            : Inbound.Answer.unknown(encryption.unknown(), List.of());
    asked.steps().addAll(answer.steps());
    if (answer.verdict() == Verdict.UNKNOWN) {
      asked.unknown().add(answer.cause());
    }
    return reached(share, answer.verdict(), answer.status(), answer.reason());
  }

  /// A client that proves who it is asks the same of the server.
  private boolean isStranger(Request encrypted) {
    return encrypted.identity().isPresent()
        && sender
            .plane()
            .filter(it -> !it.trustDomains().isEmpty())
            .filter(it -> !it.trustDomains().contains(workload.identity().trustDomain()))
            .isPresent();
  }

  /// What happens on the way through the gateway of the other network; empty where nothing stops it.
  private Optional<Reached> networks(Endpoints.Asked asked, Portion share) {
    List<Relay> relays = relays();
    if (relays.isEmpty()) {
      String cause =
          "no Service of the repo is a gateway of network `"
              + network()
              + "`, and whether it can be reached from network `"
              + ownNetwork()
              + "` is not known";
      return Optional.of(unknown(asked, share, cause));
    }
    return through(relays.getFirst(), asked, share);
  }

  private Optional<Reached> through(Relay relay, Endpoints.Asked asked, Portion share) {
    HostPattern host = new HostPattern(target.service().name().host(relay.domain()));
    return switch (relay.passes(host, target.service().name().namespace())) {
      case YES -> {
        String because =
            "`"
                + workload.label()
                + "` of "
                + named()
                + " is called through gateway `"
                + relay.label()
                + "` of network `"
                + network()
                + "`";
        Elsewhere.note(asked, relay.gateway().origin(), because);
        yield Optional.empty();
      }
      case NO -> {
        String because =
            "gateway `"
                + relay.label()
                + "` of network `"
                + network()
                + "` passes nothing on to `"
                + host
                + "`";
        asked.steps().add(Elsewhere.step("gateway", relay.gateway().origin(), false, because));
        yield Optional.of(reached(share, Verdict.DENY, http(asked.request()), "no-listener"));
      }
      case UNSEEN ->
          Optional.of(
              unknown(
                  asked,
                  share,
                  "which Gateway the proxies behind Service `"
                      + relay.label()
                      + "` take is not in the repo"));
      case GUARDED ->
          Optional.of(
              unknown(
                  asked,
                  share,
                  "what the policies of gateway `"
                      + relay.label()
                      + "` decide of connections that it passes on is not modelled"));
    };
  }

  /// Gateways of the cluster of the endpoint go before others of its network.
  private List<Relay> relays() {
    var near = new ArrayList<Relay>();
    var far = new ArrayList<Relay>();
    PlaneId plane = sender.plane().orElseThrow().id();
    for (String name : lookup.clusters().names()) {
      Lookup at = lookup.clusters().at(name).orElseThrow();
      Elsewhere.topology(at, plane).stream()
          .flatMap(it -> it.gateways().stream())
          .filter(it -> it.network().equals(network()))
          .map(it -> new Relay(at, it))
          .forEach(it -> (at.cluster().equals(there.cluster()) ? near : far).add(it));
    }
    return near.isEmpty() ? far : near;
  }

  private Reached unknown(Endpoints.Asked asked, Portion share, String cause) {
    asked.steps().add(Elsewhere.step("endpoints", workload.origin(), false, cause));
    asked.unknown().add(cause);
    return reached(share, Verdict.UNKNOWN, OptionalInt.empty(), "");
  }

  private Reached reached(Portion share, Verdict verdict, OptionalInt status, String reason) {
    String service = target.service().name().label();
    return new Reached(
        workload.label(),
        service,
        share,
        verdict,
        status,
        reason,
        Elsewhere.environment(lookup, there));
  }

  /// "Cross-network traffic relies on mTLS to be enabled for SNI routing" (istio/istio, endpoints by network).
  boolean encrypts(Endpoints.Asked asked) {
    Plane plane = sender.plane().orElseThrow();
    Optional<ClientTls> said = asked.way().tls().map(it -> it.value());
    boolean mesh = said.map(it -> it == ClientTls.MESH).orElse(plane.outset().encrypts());
    int port = target.at(workload).orElseThrow();
    return mesh && new Inbound(there).takesMutualTls(workload, plane.id(), port);
  }

  String named() {
    return "cluster `" + there.cluster() + "`";
  }

  private String networkOf(Lookup of, Optional<Workload> workload) {
    Optional<Topology> topology = sender.plane().flatMap(it -> Elsewhere.topology(of, it.id()));
    String said = lookup.clusters().member(of.cluster()).map(Clusters.Member::network).orElse("");
    String network =
        said.isEmpty()
            ? topology.flatMap(Topology::network).map(it -> it.value()).orElse("")
            : said;
    return workload.flatMap(it -> topology.map(at -> at.networkOf(it, network))).orElse(network);
  }

  private static OptionalInt http(Request request) {
    return request.isHttp() ? OptionalInt.of(503) : OptionalInt.empty();
  }

  /// The proxies by which a network is reached: they see the server name alone, and pass the connection on.
  ///
  /// @param lookup of their cluster
  private record Relay(Lookup lookup, NetworkGateway gateway) {

    enum Passes {
      YES,
      NO,
      /// The repo does not show the proxies, and their labels could be any.
      UNSEEN,
      /// Policies are about them.
      GUARDED
    }

    String label() {
      return gateway.service().label();
    }

    /// The suffix of hosts in their cluster.
    String domain() {
      return lookup.mesh().assumptions().clusterDomain();
    }

    Passes passes(HostPattern host, String namespace) {
      Optional<Service> service = lookup.service(gateway.service());
      List<Workload> proxies = service.map(Service::endpoints).orElse(List.of());
      Map<String, String> selector = service.map(Service::selector).orElse(Map.of());
      if (proxies.stream().anyMatch(it -> !lookup.authorizationsAt(it).isEmpty())) {
        return Passes.GUARDED;
      }
      boolean unseen = false;
      for (Gateway it : lookup.mesh().proxies().gateways()) {
        if (listens(it, host, namespace)) {
          if (proxies.isEmpty() ? isSurely(it.scope(), selector) : includes(it, proxies)) {
            return Passes.YES;
          }
          unseen |= proxies.isEmpty();
        }
      }
      return unseen ? Passes.UNSEEN : Passes.NO;
    }

    private boolean listens(Gateway it, HostPattern host, String namespace) {
      return it.listeners().stream()
          .filter(at -> at.kind() == Gateway.Kind.RELAY && at.port() == gateway.port())
          .flatMap(at -> at.hosts().stream())
          .anyMatch(at -> at.admits(namespace) && at.host().covers(host));
    }

    private static boolean includes(Gateway gateway, List<Workload> proxies) {
      return proxies.stream().allMatch(gateway.scope()::includes);
    }

    /// Pods that a Service selects have the labels of its selector.
    private static boolean isSurely(Scope scope, Map<String, String> selector) {
      return switch (scope) {
        case Scope.Everywhere _ -> true;
        case Scope.SelectedAnywhere(var labels) ->
            selector.entrySet().containsAll(labels.entrySet());
        case Scope.InNamespace _, Scope.Selected _, Scope.Attached _, Scope.OfAccount _ -> false;
      };
    }
  }
}
