package io.meshc.validate.analysis;

import io.meshc.model.Identity;
import io.meshc.model.Lookup;
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
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
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
    return topology(lookup, sender);
  }

  static Optional<Topology> topology(Lookup of, Sender sender) {
    return sender.plane().flatMap(it -> topology(of, it.id()));
  }

  static Optional<Topology> topology(Lookup of, PlaneId plane) {
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
        .filter(it -> it.name().equals(name))
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
      Crossing crossing = new Crossing(lookup, sender, there, target, it);
      boolean direct = !meshed || crossing.isDirect();
      if (!direct && !crossing.encrypts(asked)) {
        String because =
            "`"
                + it.label()
                + "` of "
                + crossing.named()
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
              environment(lookup, there)));
    }
    return decision.backends().stream()
        .map(it -> it.from(share, environment(lookup, there)))
        .toList();
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

  /// `""` for the client's own.
  static String environment(Lookup own, Lookup there) {
    return there.cluster().equals(own.cluster())
        ? ""
        : own.clusters().member(there.cluster()).map(Clusters.Member::environment).orElse("");
  }

  static void note(Endpoints.Asked asked, Origin origin, String because) {
    asked.steps().add(step("endpoints", origin, true, because));
  }

  static Step step(String point, Origin origin, boolean matched, String because) {
    return new Step(point, Optional.empty(), origin, matched, because);
  }
}
