package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.ClientTls;
import io.meshc.model.Identity;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.cluster.Clusters;
import io.meshc.model.cluster.Locality;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.model.cluster.Mirror;
import io.meshc.model.cluster.Topology;
import io.meshc.model.match.HostPattern;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.spread.Weighed;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What stands behind a Service in other clusters: its own endpoints there, where the mesh takes a name for the same Service in all
/// of them, or those of the Service that it mirrors.
final class Elsewhere {
  private final Lookup lookup;
  private final Sender sender;
  private final Clusters clusters;

  Elsewhere(Lookup lookup, Sender sender) {
    this.lookup = lookup;
    this.sender = sender;
    this.clusters = lookup.clusters();
  }

  /// Becomes of a share of the requests what becomes of it there.
  @FunctionalInterface
  interface Reach {
    List<Reached> with(Portion share);
  }

  /// Everything beyond this cluster that takes requests to a Service. None where the cluster stands alone and mirrors nothing.
  List<Weighed<Reach>> behind(Endpoints.Asked asked) {
    Service service = asked.target().service();
    List<Mirror> mirrors =
        lookup.mesh().beyond().mirrors().stream()
            .filter(it -> it.service().equals(service.name()))
            .toList();
    if (!mirrors.isEmpty()) {
      return mirrors.stream().flatMap(it -> mirrored(it, asked).stream()).toList();
    }
    Optional<Topology> topology = topology();
    boolean alone = clusters.isAlone() || service.headless() || service.name().isHost();
    return alone || topology.isEmpty() ? List.of() : same(topology.get(), asked);
  }

  /// Whether all that stands behind a Service is known to stand elsewhere.
  boolean isShown(ServiceName service) {
    return lookup.mesh().beyond().standIns().contains(service)
        || lookup.mesh().beyond().mirrors().stream().anyMatch(it -> it.service().equals(service));
  }

  /// Of the plane whose proxy the client has.
  Optional<Topology> topology() {
    return sender.plane().flatMap(it -> topology(lookup, it.id()));
  }

  private static Optional<Topology> topology(Lookup of, PlaneId plane) {
    return of.mesh().beyond().topologies().stream()
        .filter(it -> it.plane().equals(plane))
        .findFirst();
  }

  /// Where the client runs, as far as anybody says.
  Optional<Place> place() {
    return sender.workloads().stream()
        .findFirst()
        .flatMap(it -> topology().flatMap(at -> at.placeOf(it)))
        .or(() -> clusters.member(lookup.cluster()).flatMap(Clusters.Member::place));
  }

  Optional<Place> placeOf(Workload workload) {
    return topology()
        .flatMap(it -> it.placeOf(workload))
        .or(() -> clusters.member(lookup.cluster()).flatMap(Clusters.Member::place));
  }

  Optional<Locality> locality() {
    return topology().flatMap(Topology::balancing);
  }

  /// "Service B in the foo namespace of cluster-1 and Service B in the foo namespace of cluster-2 refer to the same service, and Istio
  /// merges their endpoints" (istio.io, "Deployment Models").
  private List<Weighed<Reach>> same(Topology topology, Endpoints.Asked asked) {
    ServiceName name = asked.target().service().name();
    var host = new HostPattern(name.host(lookup.mesh().assumptions().clusterDomain()));
    Optional<Topology.Local> stays = topology.keeps(host);
    if (stays.isPresent()) {
      note(asked, stays.get().origin(), "what is sent to `" + host + "` stays in its cluster");
      return List.of();
    }
    var all = new ArrayList<Weighed<Reach>>();
    for (String other : clusters.names()) {
      Optional<Lookup> there = clusters.at(other);
      Optional<Service> service =
          there.filter(it -> !other.equals(lookup.cluster())).flatMap(it -> it.service(name));
      boolean spans = there.flatMap(it -> topology(it, topology.plane())).isPresent();
      if (service.isPresent() && spans) {
        byName(asked, service.get())
            .ifPresent(it -> all.addAll(pods(there.get(), it, asked, true)));
      }
    }
    return all;
  }

  /// The same port of the Service there: Istio goes by its name.
  private static Optional<Target> byName(Endpoints.Asked asked, Service there) {
    Target called = asked.target();
    String name = called.declared().map(ServicePort::name).orElse("");
    return there.ports().stream()
        .filter(it -> it.name().equals(name) || there.ports().size() == 1)
        .findFirst()
        .map(it -> new Target(there, it.number(), Optional.of(it)));
  }

  /// @param meshed whether the way there may lead through gateways of networks, which let nothing but mutual TLS through
  private List<Weighed<Reach>> pods(
      Lookup there, Target target, Endpoints.Asked asked, boolean meshed) {
    Map<String, String> labels = asked.way().labels();
    var all = new ArrayList<Weighed<Reach>>();
    for (Workload it : target.service().endpoints()) {
      if (it.replicas() == 0 || target.at(it).isEmpty() || !it.isSelectedBy(labels)) {
        continue;
      }
      Crossing crossing = new Crossing(there, target, it);
      boolean direct = !meshed || crossing.isDirect();
      if (!direct && !encrypts(it, asked, there, target)) {
        String because =
            "`"
                + it.label()
                + "` of "
                + named(there)
                + " is in another network and gets no mutual TLS, so it is left out";
        note(asked, it.origin(), because);
        continue;
      }
      all.add(
          new Weighed<>(
              share -> List.of(crossing.at(asked, share, direct)),
              it.replicas(),
              crossing.place()));
    }
    return all;
  }

  /// "Cross-network traffic relies on mTLS to be enabled for SNI routing" (istio/istio, endpoints by network).
  private boolean encrypts(Workload workload, Endpoints.Asked asked, Lookup there, Target target) {
    Plane plane = sender.plane().orElseThrow();
    Optional<ClientTls> said = asked.way().tls().map(it -> it.value());
    boolean mesh = said.map(it -> it == ClientTls.MESH).orElse(plane.outset().encrypts());
    int port = target.at(workload).orElseThrow();
    return mesh && new Inbound(there).takesMutualTls(workload, plane.id(), port);
  }

  private String named(Lookup there) {
    return "cluster `" + there.cluster() + "`";
  }

  /// The way to one workload of another cluster.
  private final class Crossing {
    private final Lookup there;
    private final Target target;
    private final Workload workload;

    Crossing(Lookup there, Target target, Workload workload) {
      this.there = there;
      this.target = target;
      this.workload = workload;
    }

    Optional<Place> place() {
      return topology()
          .flatMap(it -> it.placeOf(workload))
          .or(() -> clusters.member(there.cluster()).flatMap(Clusters.Member::place));
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
        String because = "`" + workload.label() + "` of " + named(there) + " is called directly";
        note(asked, workload.origin(), because);
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
        asked.steps().add(step("transport", workload.origin(), false, because));
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
      Relay relay = relays.getFirst();
      HostPattern host = new HostPattern(target.service().name().host(relay.domain()));
      return switch (relay.passes(host, target.service().name().namespace())) {
        case YES -> {
          String because =
              "`"
                  + workload.label()
                  + "` of "
                  + named(there)
                  + " is called through gateway `"
                  + relay.label()
                  + "` of network `"
                  + network()
                  + "`";
          note(asked, relay.gateway().origin(), because);
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
          asked.steps().add(step("gateway", relay.gateway().origin(), false, because));
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
      for (String name : clusters.names()) {
        Lookup at = clusters.at(name).orElseThrow();
        topology(at, plane).stream()
            .flatMap(it -> it.gateways().stream())
            .filter(it -> it.network().equals(network()))
            .map(it -> new Relay(at, it))
            .forEach(it -> (at.cluster().equals(there.cluster()) ? near : far).add(it));
      }
      return near.isEmpty() ? far : near;
    }

    private Reached unknown(Endpoints.Asked asked, Portion share, String cause) {
      asked.steps().add(step("endpoints", workload.origin(), false, cause));
      asked.unknown().add(cause);
      return reached(share, Verdict.UNKNOWN, OptionalInt.empty(), "");
    }

    private Reached reached(Portion share, Verdict verdict, OptionalInt status, String reason) {
      String service = target.service().name().label();
      return new Reached(
          workload.label(), service, share, verdict, status, reason, environment(there));
    }
  }

  private String networkOf(Lookup of, Optional<Workload> workload) {
    Optional<Topology> topology = sender.plane().flatMap(it -> topology(of, it.id()));
    String said = clusters.member(of.cluster()).map(Clusters.Member::network).orElse("");
    String network =
        said.isEmpty()
            ? topology.flatMap(Topology::network).map(it -> it.value()).orElse("")
            : said;
    return workload.flatMap(it -> topology.map(at -> at.networkOf(it, network))).orElse(network);
  }

  private List<Weighed<Reach>> mirrored(Mirror mirror, Endpoints.Asked asked) {
    Optional<Lookup> there =
        mirror.cluster().isEmpty() ? Optional.of(lookup) : clusters.at(mirror.cluster());
    if (there.isEmpty()) {
      String cause =
          "Service `"
              + mirror.service().label()
              + "` stands for one of cluster `"
              + mirror.cluster()
              + "`, which is no cluster of a mesh in the config file";
      return List.of(one(share -> unseen(asked, mirror, share, cause)));
    }
    boolean knows =
        mirror.plane().isEmpty()
            || sender.plane().filter(it -> it.id().equals(mirror.plane().get())).isPresent();
    return switch (mirror.way()) {
      case Mirror.Way.Gateway(var identity) ->
          List.of(one(share -> throughGateway(mirror, identity, there.get(), asked, share, knows)));
      case Mirror.Way.Pods() -> {
        if (!knows) {
          String because =
              "no address stands behind `"
                  + mirror.service().label()
                  + "`: the proxies of clients find its endpoints";
          note(asked, mirror.origin(), because);
          yield List.of();
        }
        Optional<Service> target = there.get().service(mirror.target());
        yield target
            .flatMap(it -> Target.of(it, asked.target().port()))
            .map(it -> pods(there.get(), it, asked, false))
            .orElse(List.of());
      }
    };
  }

  private static Weighed<Reach> one(Reach reach) {
    return new Weighed<>(reach, 1, Optional.empty());
  }

  /// "client identity is lost when going through the gateway" (linkerd.io, "Pod-to-Pod Multi-cluster communication"): it takes whoever
  /// has one, and calls the target as itself.
  private List<Reached> throughGateway(
      Mirror mirror,
      Optional<Identity> identity,
      Lookup there,
      Endpoints.Asked asked,
      Portion share,
      boolean knows) {
    if (!knows || asked.request().identity().isEmpty()) {
      String because =
          "the gateway of cluster `" + mirror.cluster() + "` takes clients of the mesh alone";
      asked.steps().add(step("transport", mirror.origin(), false, because));
      String service = mirror.service().label();
      return List.of(
          new Reached("", service, share, Verdict.DENY, OptionalInt.empty(), "mtls", ""));
    }
    if (identity.isEmpty()) {
      String cause =
          "as whom the gateway of cluster `" + mirror.cluster() + "` calls is not in the repo";
      return unseen(asked, mirror, share, cause);
    }
    String because =
        "the gateway of cluster `"
            + mirror.cluster()
            + "` calls `"
            + mirror.target().label()
            + "` as `"
            + identity.get().label()
            + "`";
    note(asked, mirror.origin(), because);
    Decision decision = Decide.in(there).answer(question(mirror, identity.get(), there, asked));
    asked.steps().addAll(decision.steps());
    asked.unknown().addAll(decision.unknown());
    if (decision.backends().isEmpty()) {
      return List.of(
          new Reached(
              "",
              mirror.target().label(),
              share,
              decision.verdict(),
              decision.status(),
              decision.reason(),
              environment(there)));
    }
    return decision.backends().stream().map(it -> it.from(share, environment(there))).toList();
  }

  private Question question(Mirror mirror, Identity identity, Lookup there, Endpoints.Asked asked) {
    Request request = asked.request();
    boolean http = request.protocol() == Protocol.HTTP;
    return new Question(
        new Client.OfAccount(identity.namespace(), identity.account()),
        mirror.target().host(there.mesh().assumptions().clusterDomain()),
        OptionalInt.of(request.servicePort()),
        http,
        request.method(),
        Optional.empty(),
        request.rawPath(),
        request.headers(),
        false,
        new Question.More(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            sender.bearer(),
            Optional.empty()));
  }

  private List<Reached> unseen(Endpoints.Asked asked, Mirror mirror, Portion share, String cause) {
    asked.steps().add(step("endpoints", mirror.origin(), false, cause));
    asked.unknown().add(cause);
    String service = mirror.service().label();
    return List.of(new Reached("", service, share, Verdict.UNKNOWN, OptionalInt.empty(), "", ""));
  }

  private String environment(Lookup there) {
    return there.cluster().equals(lookup.cluster())
        ? ""
        : clusters.member(there.cluster()).map(Clusters.Member::environment).orElse("");
  }

  private static void note(Endpoints.Asked asked, Origin origin, String because) {
    asked.steps().add(step("endpoints", origin, true, because));
  }

  private static Step step(String point, Origin origin, boolean matched, String because) {
    return new Step(point, Optional.empty(), origin, matched, because);
  }

  private static OptionalInt http(Request request) {
    return request.isHttp() ? OptionalInt.of(503) : OptionalInt.empty();
  }
}
