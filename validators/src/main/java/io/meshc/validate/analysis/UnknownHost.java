package io.meshc.validate.analysis;

import io.meshc.model.EgressPolicy;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.Plane;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.Decision.Reached;
import io.meshc.validate.analysis.Decision.Step;
import io.meshc.validate.analysis.Decision.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Requests to a host that is no Service of the repo.
final class UnknownHost {
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
    String because = "Service `" + name.label() + "` is not in the repo";
    if (!lookup.mesh().assumptions().closed()) {
      return unknown(because, step(Origin.none(), false, because));
    }
    return nowhere(question, because);
  }

  private static Decision nowhere(Question question, String because) {
    OptionalInt status = question.http() ? OptionalInt.of(502) : OptionalInt.empty();
    Step step = step(Origin.none(), false, because);
    return new Decision(Verdict.DENY, status, "no-host", List.of(), List.of(step), List.of());
  }

  /// What the client's proxy does with what it does not know. Without a proxy nothing is in the way.
  Plane.Egress egressOf(Question question, Sender sender) {
    if (sender.plane().isEmpty()) {
      return Plane.Egress.OPEN;
    }
    Plane plane = sender.plane().get();
    return policyFor(question.from(), sender, plane).map(EgressPolicy::mode).orElse(plane.egress());
  }

  private Decision egress(Question question, Sender sender, String to) {
    Plane plane = sender.plane().orElseThrow();
    Optional<EgressPolicy> policy = policyFor(question.from(), sender, plane);
    Plane.Egress mode = policy.map(EgressPolicy::mode).orElse(plane.egress());
    Origin origin = policy.map(EgressPolicy::origin).orElse(plane.origin());
    String host = "`" + to + "` is not a host of the mesh";
    return switch (mode) {
      case OPEN ->
          leaves(question, to, step(origin, true, host + ", and the mesh lets such requests out"));
      case CLOSED -> {
        Step step = step(origin, false, host + ", and the mesh lets nothing out");
        OptionalInt status = question.http() ? OptionalInt.of(502) : OptionalInt.empty();
        yield new Decision(Verdict.DENY, status, "no-route", List.of(), List.of(step), List.of());
      }
      case UNKNOWN ->
          unknown(
              "the repo does not show whether the mesh lets requests out",
              step(origin, false, host));
    };
  }

  private Optional<EgressPolicy> policyFor(Client from, Sender sender, Plane plane) {
    List<Workload> workloads =
        lookup.mesh().workloads().stream().filter(it -> isClient(it, from, sender)).toList();
    return lookup.mesh().egress().stream()
        .filter(it -> it.plane().equals(plane.id()))
        .filter(it ->
            workloads.isEmpty()
                ? it.scope().onlyNamespace().map(sender.namespace()::equals).orElse(true)
                : workloads.stream().anyMatch(it.scope()::includes))
        .min(Comparator.comparingInt(it -> it.scope().onlyNamespace().isPresent() ? 0 : 1));
  }

  private static boolean isClient(Workload workload, Client from, Sender sender) {
    return from instanceof Client.OfWorkload(var namespace, var name)
        ? workload.namespace().equals(namespace) && workload.id().name().equals(name)
        : sender.identity().map(workload.identity()::equals).orElse(false);
  }

  private static Decision leaves(Question question, String host, Step step) {
    OptionalInt status = question.http() ? OptionalInt.of(200) : OptionalInt.empty();
    var reached = new Reached("external:" + host, "", Portion.ALL, Verdict.ALLOW, status, "");
    return new Decision(Verdict.ALLOW, status, "", List.of(reached), List.of(step), List.of());
  }

  private static Decision unknown(String cause, Step step) {
    return new Decision(
        Verdict.UNKNOWN, OptionalInt.empty(), "", List.of(), List.of(step), List.of(cause));
  }

  private static Step step(Origin origin, boolean matched, String because) {
    return new Step("destination", Optional.empty(), origin, matched, because);
  }
}
