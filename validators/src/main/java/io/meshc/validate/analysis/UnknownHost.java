package io.meshc.validate.analysis;

import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.Plane;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Mirroring;
import io.meshc.model.cluster.SharedHost;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Viewer;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Requests to a host that is no Service of the repo.
final class UnknownHost {
  static final String UNSHOWN = "the repo does not show whether the mesh lets requests out";

  private final Lookup lookup;

  UnknownHost(Lookup lookup) {
    this.lookup = lookup;
  }

  Decision answer(Question question, Sender sender, Destination called) {
    Decision answer = answer(question, sender, called.name(), called);
    var steps = new ArrayList<>(called.steps());
    steps.addAll(answer.steps());
    return new Decision(
        answer.verdict(),
        answer.status(),
        answer.reason(),
        answer.backends(),
        steps,
        answer.unknown());
  }

  private Decision answer(
      Question question, Sender sender, Optional<ServiceName> name, Destination called) {
    if (called.loops()) {
      return nowhere(question, "the aliases of `" + question.host() + "` lead back to themselves");
    }
    if (name.isPresent()) {
      return missingService(name.get(), question);
    }
    if (called.host().toLowerCase(Locale.ROOT).endsWith(SharedHost.ENDING)) {
      boolean shown = lookup.mesh().assumptions().closed() && !lookup.clusters().isAlone();
      String because = "no cluster of the repo exports a Service as `" + called.host() + "`";
      return shown
          ? nowhere(question, because)
          : unknown(because, step(Origin.none(), false, because));
    }
    if (showsNothing()) {
      String because = "the input holds nothing of a cluster";
      return unknown(because, step(Origin.none(), false, because));
    }
    if (sender.plane().isEmpty()) {
      String because = "no proxy of the mesh stands between the client and `" + called.host() + "`";
      return leaves(question, called.host(), step(Origin.none(), true, because));
    }
    return egress(question, sender, called.host());
  }

  /// Whether nothing could be read at all, and nobody said that there is nothing.
  private boolean showsNothing() {
    Mesh mesh = lookup.mesh();
    return !mesh.assumptions().closed() && mesh.planes().isEmpty() && mesh.namespaces().isEmpty();
  }

  private Decision missingService(ServiceName name, Question question) {
    Optional<Mirroring> mirroring =
        lookup.mesh().beyond().mirrorings().stream()
            .filter(it -> !it.shown() && it.target(name).isPresent())
            .findFirst();
    if (mirroring.isPresent()) {
      Mirroring it = mirroring.get();
      String because =
          "`"
              + it.resource().label()
              + "` may mirror Service `"
              + name.label()
              + "` from cluster `"
              + it.cluster()
              + "`, which is no cluster of a mesh in the config file";
      return unknown(because, step(it.origin(), false, because));
    }
    Optional<Service> standIn =
        lookup.service(name).filter(_ -> lookup.mesh().beyond().standIns().contains(name));
    String because =
        standIn.isPresent()
            ? "Service `"
                + name.label()
                + "` stands in other clusters alone, and the DNS of this one does not know the name"
            : "Service `" + name.label() + "` is not in the repo";
    Origin origin = standIn.map(Service::origin).orElse(Origin.none());
    if (!lookup.mesh().assumptions().closed()) {
      return unknown(because, step(origin, false, because));
    }
    return nowhere(question, because);
  }

  private static Decision nowhere(Question question, String because) {
    OptionalInt status = question.http() ? OptionalInt.of(502) : OptionalInt.empty();
    Step step = step(Origin.none(), false, because);
    return Decision.deny(status, "no-host", List.of(step));
  }

  /// Something that may do anything to the proxy of a client, before any route is looked for.
  static Optional<Decision> tampered(Sender sender, Lookup lookup, List<Step> steps) {
    Optional<Extension> touching =
        lookup.deciding().stream()
            .filter(it -> it.touches() == Extension.Touches.ANYTHING)
            .filter(it -> sender.plane().filter(at -> at.id().equals(it.plane())).isPresent())
            .filter(it -> Viewer.isFor(it.scope(), sender))
            .findFirst();
    return touching.map(it -> {
      String because = it.what() + " may change what the client's proxy does";
      steps.add(new Step("extension", Optional.of(it.resource()), it.origin(), true, because));
      return Decision.unknown(because, steps);
    });
  }

  /// What the client's proxy does with what it does not know. Without a proxy nothing is in the way.
  Plane.Egress egressOf(Question question, Sender sender) {
    if (sender.plane().isEmpty()) {
      return Plane.Egress.OPEN;
    }
    Plane plane = sender.plane().get();
    return policyFor(sender, plane).map(EgressPolicy::mode).orElse(plane.egress());
  }

  private Decision egress(Question question, Sender sender, String to) {
    Plane plane = sender.plane().orElseThrow();
    Optional<EgressPolicy> policy = policyFor(sender, plane);
    Plane.Egress mode = policy.map(EgressPolicy::mode).orElse(plane.egress());
    Origin origin = policy.map(EgressPolicy::origin).orElse(plane.origin());
    String host = "`" + to + "` is not a host of the mesh";
    Optional<Decision> outlet =
        mode == Plane.Egress.OPEN
            ? Optional.empty()
            : Outlets.answer(lookup, question, sender, to)
                .filter(it -> mode == Plane.Egress.CLOSED || it.verdict() == Verdict.ALLOW);
    if (outlet.isPresent()) {
      return outlet.get();
    }
    return switch (mode) {
      case OPEN ->
          leaves(question, to, step(origin, true, host + ", and the mesh lets such requests out"));
      case CLOSED -> {
        Step step = step(origin, false, host + ", and the mesh lets nothing out");
        // a proxy that knows no such address closes the connection, or has a place for such
        // requests
        boolean answers = question.http() && plane.denial() == Plane.Denial.FORBIDDEN;
        OptionalInt status = answers ? OptionalInt.of(502) : OptionalInt.empty();
        yield Decision.deny(status, "no-route", List.of(step));
      }
      case UNKNOWN -> unknown(UNSHOWN, step(origin, false, host));
    };
  }

  private Optional<EgressPolicy> policyFor(Sender sender, Plane plane) {
    return lookup.mesh().egress().stream()
        .filter(it -> it.plane().equals(plane.id()) && Viewer.isFor(it.scope(), sender))
        .min(Comparator.comparingInt(it -> Viewer.width(it.scope())));
  }

  private static Decision leaves(Question question, String host, Step step) {
    OptionalInt status = question.http() ? OptionalInt.of(200) : OptionalInt.empty();
    var reached = new Reached("external:" + host, "", Portion.ALL, Verdict.ALLOW, status, "");
    return new Decision(Verdict.ALLOW, status, "", List.of(reached), List.of(step), List.of());
  }

  private static Decision unknown(String cause, Step step) {
    return Decision.unknown(cause, List.of(step));
  }

  private static Step step(Origin origin, boolean matched, String because) {
    return new Step("destination", Optional.empty(), origin, matched, because);
  }
}
