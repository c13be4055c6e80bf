package io.meshc.validate.analysis;

import io.meshc.model.BackendPolicy.Spreading;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.Request;
import io.meshc.model.Service;
import io.meshc.model.Service.Address;
import io.meshc.model.Workload;
import io.meshc.validate.analysis.Elsewhere.Reach;
import io.meshc.validate.analysis.party.Policies.Way;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.analysis.spread.Nearest;
import io.meshc.validate.analysis.spread.Weighed;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What happens at each endpoint of a Service port that the client's proxy knows: at a workload its own proxy decides, and an
/// address that is nothing of the mesh takes whatever comes.
final class Endpoints {
  static final String NO_ACCESS = "no-access";

  private final Lookup lookup;
  private final Inbound inbound;
  private final Sender sender;
  private final Elsewhere elsewhere;

  Endpoints(Lookup lookup, Sender sender) {
    this.lookup = lookup;
    this.inbound = new Inbound(lookup);
    this.sender = sender;
    this.elsewhere = new Elsewhere(lookup, sender);
  }

  /// @param way as the client's proxy goes
  /// @param steps what was asked, to add to
  /// @param unknown what would have to be known, to add to
  record Asked(
      Target target,
      Portion share,
      boolean routed,
      Request request,
      Way way,
      List<Step> steps,
      List<String> unknown) {}

  List<Reached> of(Asked asked) {
    Service service = asked.target().service();
    List<Workload> ready =
        service.endpoints().stream()
            .filter(it -> it.replicas() > 0 && asked.target().at(it).isPresent())
            .filter(it -> it.isSelectedBy(asked.way().labels()))
            .toList();
    List<Address> addresses =
        asked.way().labels().isEmpty()
            ? service.addresses().stream().filter(asked.target()::isTakenBy).toList()
            : List.of();
    List<Workload> known = ready.stream().filter(it -> isKnown(it, asked.request())).toList();
    List<Address> knownAddresses =
        knowsOutside() ? addresses : addresses.stream().filter(Address::isHidden).toList();
    int all = ready.size() + addresses.size();
    int left = known.size() + knownAddresses.size();
    var others = elsewhere.behind(asked);
    if (left == 0 && others.isEmpty()) {
      return List.of(all == 0 ? empty(asked) : shut(asked));
    }
    if (left < all) {
      String because =
          (all - left) + " of " + all + " workloads are left out: they grant this client nothing";
      asked.steps().add(step(service, true, because));
    }
    var here = new ArrayList<Weighed<Reach>>();
    for (Workload it : known) {
      here.add(
          new Weighed<>(
              share -> List.of(at(it, asked, share)), it.replicas(), elsewhere.placeOf(it)));
    }
    for (Address it : knownAddresses) {
      here.add(new Weighed<>(share -> List.of(at(it, asked, share)), 1, Optional.empty()));
    }
    here.addAll(others);
    return spread(here, others.isEmpty(), asked);
  }

  /// @param alone whether all is in one cluster
  private List<Reached> spread(List<Weighed<Reach>> all, boolean alone, Asked asked) {
    Nearest spread =
        alone
            ? Nearest.of(all, Optional.empty(), Spreading.NONE, Optional.empty())
            : Nearest.of(all, elsewhere.place(), asked.way().spreading(), elsewhere.locality());
    if (!spread.because().isEmpty()) {
      asked.steps().add(step(asked.target().service(), true, spread.because()));
    }
    var reached = new ArrayList<Reached>();
    for (int i = 0; i < all.size(); i++) {
      Portion share = spread.shares().get(i).of(asked.share());
      if (!share.isNothing()) {
        reached.addAll(all.get(i).what().with(share));
      }
    }
    return reached;
  }

  private Reached at(Workload workload, Asked asked, Portion share) {
    int port = asked.target().at(workload).orElseThrow();
    Request sent = asked.request().at(port);
    Encryption encryption = Encryption.of(workload, sent, asked.way(), sender, inbound, lookup);
    if (encryption.refused().isPresent()) {
      asked.steps().add(encryption.refused().get());
      return new Reached(
          workload.label(),
          asked.target().service().name().label(),
          share,
          Verdict.DENY,
          http(sent, OptionalInt.of(503)),
          "tls");
    }
    boolean far = mayBeOutOfReach() && !isOf(sender.plane().orElseThrow(), workload);
    String unclear = far ? UnknownHost.UNSHOWN : encryption.unknown();
    Inbound.Answer answer =
        unclear.isEmpty()
            ? inbound.at(workload, encryption.request(), sender)
            : Inbound.Answer.unknown(unclear, List.of());
    asked.steps().addAll(answer.steps());
    if (answer.verdict() == Verdict.UNKNOWN) {
      asked.unknown().add(answer.cause());
    }
    String service = asked.target().service().name().label();
    return new Reached(
        workload.label(), service, share, answer.verdict(), answer.status(), answer.reason());
  }

  private static Reached unclear(Reached it, Asked asked) {
    asked.unknown().add(UnknownHost.UNSHOWN);
    return new Reached(
        it.workload(), it.service(), it.share(), Verdict.UNKNOWN, OptionalInt.empty(), "");
  }

  private static Reached at(Address address, Asked asked, Portion share) {
    String service = asked.target().service().name().label();
    String name = "external:" + address.address();
    if (address.isHidden()) {
      String pod = address.pod().orElse("");
      String because = "`" + pod + "` may stand behind it, and the repo does not show what it is";
      asked.steps().add(new Step("endpoints", Optional.empty(), address.origin(), false, because));
      asked.unknown().add(because);
      return new Reached(pod, service, share, Verdict.UNKNOWN, OptionalInt.empty(), "");
    }
    if (address.pod().isPresent()) {
      asked.unknown().add("Pod `" + address.pod().get() + "` is not in the repo");
      return new Reached(name, service, share, Verdict.UNKNOWN, OptionalInt.empty(), "");
    }
    String because = "`" + address.address() + "` is no workload of the repo: nothing guards it";
    asked.steps().add(new Step("endpoints", Optional.empty(), address.origin(), true, because));
    OptionalInt status = http(asked.request(), OptionalInt.of(200));
    return new Reached(name, service, share, Verdict.ALLOW, status, "");
  }

  /// A client that knows only what it is granted knows a Service by its own workloads, whatever its routes lead to.
  boolean knows(Service service, Request request) {
    return !trims()
        || service.endpoints().stream().anyMatch(it -> isKnown(it, request))
        || service.addresses().stream().anyMatch(Address::isHidden);
  }

  static Step unknownName(Service service) {
    String because =
        "Service `"
            + service.name().label()
            + "` has no endpoint that grants this client anything, so its proxy does not know the"
            + " name";
    return step(service, false, because);
  }

  /// A workload outside of the plane is a host like any other outside of the mesh.
  private boolean isKnown(Workload workload, Request request) {
    if (knowsAll() || workload.membership() instanceof Membership.Unclear) {
      return true;
    }
    Plane plane = sender.plane().orElseThrow();
    return isOf(plane, workload)
        ? !trims()
            || inbound.grantsAnything(workload, plane, request)
            || inbound.mayGrantAnything(workload, plane)
        : knowsOutside();
  }

  private boolean knowsOutside() {
    return knowsAll() || sender.plane().orElseThrow().egress() != Plane.Egress.CLOSED;
  }

  private boolean knowsAll() {
    return sender.plane().map(it -> it.endpoints() == Plane.Endpoints.ALL).orElse(true);
  }

  private boolean isOf(Plane plane, Workload workload) {
    return lookup.planeOf(workload).map(plane::equals).orElse(false);
  }

  /// Where the repo does not show whether the mesh lets requests out, what stands outside of it may be out of reach.
  private boolean mayBeOutOfReach() {
    return !knowsAll() && sender.plane().orElseThrow().egress() == Plane.Egress.UNKNOWN;
  }

  private boolean trims() {
    return sender.plane().map(it -> it.endpoints() == Plane.Endpoints.GRANTED).orElse(false);
  }

  /// There are none, or others write them and the repo does not show them.
  private Reached empty(Asked asked) {
    Service service = asked.target().service();
    String label = service.name().label();
    boolean shown =
        service.showsEndpoints()
            || lookup.mesh().assumptions().closed()
            || elsewhere.isShown(service.name());
    if (!shown) {
      String cause =
          "Service `" + label + "` has no selector, and its endpoints are not in the repo";
      asked.steps().add(step(service, false, cause));
      asked.unknown().add(cause);
      return new Reached("", label, asked.share(), Verdict.UNKNOWN, OptionalInt.empty(), "");
    }
    asked.steps().add(step(service, false, "Service `" + label + "` has no endpoints in the repo"));
    return denied(asked, OptionalInt.of(503), "no-endpoint");
  }

  private static Reached shut(Asked asked) {
    Service service = asked.target().service();
    String because =
        "no endpoint of Service `" + service.name().label() + "` grants this client anything";
    asked.steps().add(step(service, false, because));
    return denied(asked, asked.routed() ? OptionalInt.of(503) : OptionalInt.empty(), NO_ACCESS);
  }

  private static Reached denied(Asked asked, OptionalInt status, String reason) {
    String service = asked.target().service().name().label();
    OptionalInt seen = http(asked.request(), status);
    return new Reached("", service, asked.share(), Verdict.DENY, seen, reason);
  }

  private static Step step(Service service, boolean matched, String because) {
    return new Step("endpoints", Optional.empty(), service.origin(), matched, because);
  }

  private static OptionalInt http(Request request, OptionalInt status) {
    return request.isHttp() ? status : OptionalInt.empty();
  }
}
