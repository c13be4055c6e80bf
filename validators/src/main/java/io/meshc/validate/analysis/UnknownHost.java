package io.meshc.validate.analysis;

import io.meshc.model.EgressPolicy;
import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.Decision.Reached;
import io.meshc.validate.analysis.Decision.Step;
import io.meshc.validate.analysis.Decision.Verdict;
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

  /// @param name what the host would be as a Service; empty for an external name
  Decision answer(Question question, Sender sender, Optional<ServiceName> name) {
    if (name.isPresent()) {
      return missingService(name.get(), question);
    }
    if (sender.plane().isEmpty()) {
      String because =
          "no proxy of the mesh stands between the client and `" + question.host() + "`";
      return leaves(question, step(Origin.none(), true, because));
    }
    return egress(question, sender);
  }

  private Decision missingService(ServiceName name, Question question) {
    String because = "Service `" + name.label() + "` is not in the repo";
    Step step = step(Origin.none(), false, because);
    if (!lookup.mesh().assumptions().closed()) {
      return unknown(because, step);
    }
    OptionalInt status = question.http() ? OptionalInt.of(502) : OptionalInt.empty();
    return new Decision(Verdict.DENY, status, "no-host", List.of(), List.of(step), List.of());
  }

  private Decision egress(Question question, Sender sender) {
    Plane plane = sender.plane().orElseThrow();
    Optional<EgressPolicy> policy = policyFor(question.from(), sender, plane);
    Plane.Egress mode = policy.map(EgressPolicy::mode).orElse(plane.egress());
    Origin origin = policy.map(EgressPolicy::origin).orElse(plane.origin());
    String host = "`" + question.host() + "` is not a host of the mesh";
    return switch (mode) {
      case OPEN ->
          leaves(question, step(origin, true, host + ", and the mesh lets such requests out"));
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

  private static Decision leaves(Question question, Step step) {
    OptionalInt status = question.http() ? OptionalInt.of(200) : OptionalInt.empty();
    var reached = new Reached("external:" + question.host(), "", 1, Verdict.ALLOW, status, "");
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
