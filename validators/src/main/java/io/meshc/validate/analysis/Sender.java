package io.meshc.validate.analysis;

import io.meshc.model.Identity;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Namespace;
import io.meshc.model.Plane;
import io.meshc.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A client as the proxies see it.
///
/// @param plane of the proxy beside it; empty if there is none or it is bypassed
/// @param identity what it can prove; empty without a proxy
/// @param namespace for short host names; `""` if it has none
/// @param unclear why nobody knows what stands beside it; empty if somebody does
record Sender(
    Optional<Plane> plane,
    Optional<Identity> identity,
    String namespace,
    Optional<String> unclear) {

  private Sender(Optional<Plane> plane, Optional<Identity> identity, String namespace) {
    this(plane, identity, namespace, Optional.empty());
  }

  static Sender of(Question question, Lookup lookup) {
    Sender sender =
        switch (question.from()) {
          case Client.OfAccount(var namespace, var account) ->
              ofAccount(namespace, account, lookup);
          case Client.OfWorkload(var namespace, var name) -> ofWorkload(namespace, name, lookup);
          case Client.Foreign(var identity) ->
              new Sender(Optional.empty(), Optional.of(identity), "");
          case Client.Outside() -> new Sender(Optional.empty(), Optional.empty(), "");
        };
    return question.plaintext()
        ? new Sender(Optional.empty(), Optional.empty(), sender.namespace())
        : sender;
  }

  private static Sender ofAccount(String namespace, String account, Lookup lookup) {
    List<Workload> workloads = lookup.workloadsOf(namespace, account);
    String domain = lookup.mesh().assumptions().trustDomain();
    Identity identity = new Identity(domain, namespace, account);
    Optional<Plane> plane =
        workloads.isEmpty()
            ? planeOfNamespace(namespace, lookup)
            : workloads.stream().flatMap(it -> lookup.planeOf(it).stream()).findFirst();
    Stream<Membership> memberships =
        workloads.isEmpty()
            ? lookup.namespace(namespace).stream().map(Namespace::membership)
            : workloads.stream().map(Workload::membership);
    Optional<String> unclear =
        plane.isPresent()
            ? Optional.empty()
            : memberships.flatMap(it -> unclear(it).stream()).findFirst();
    return new Sender(plane, plane.map(_ -> identity), namespace, unclear);
  }

  private static Sender ofWorkload(String namespace, String name, Lookup lookup) {
    Optional<Workload> workload =
        lookup.mesh().workloads().stream()
            .filter(it -> it.namespace().equals(namespace) && it.id().name().equals(name))
            .findFirst();
    if (workload.isEmpty()) {
      return unseen(namespace, name, lookup);
    }
    Optional<Plane> plane = lookup.planeOf(workload.get());
    return new Sender(
        plane,
        plane.map(_ -> workload.get().identity()),
        namespace,
        unclear(workload.get().membership()));
  }

  /// A repo that is said to hold everything has no such client; another does not show which account it runs as.
  private static Sender unseen(String namespace, String name, Lookup lookup) {
    Optional<String> because =
        lookup.mesh().assumptions().closed()
            ? Optional.empty()
            : Optional.of("workload `" + namespace + "/" + name + "` is not in the repo");
    return new Sender(Optional.empty(), Optional.empty(), namespace, because);
  }

  private static Optional<String> unclear(Membership membership) {
    return membership instanceof Membership.Unclear(var because, var _)
        ? Optional.of(because)
        : Optional.empty();
  }

  /// An account that nothing in the repo runs as: the namespace says whether its Pods have a proxy; a namespace that the repo
  /// does not hold is taken to be in the mesh if there is only one that it could be in.
  private static Optional<Plane> planeOfNamespace(String namespace, Lookup lookup) {
    Optional<Membership> membership = lookup.namespace(namespace).map(Namespace::membership);
    if (membership.isPresent()) {
      return membership.get().planeId().flatMap(lookup::plane);
    }
    List<Plane> planes = lookup.mesh().planes();
    return planes.size() == 1 ? Optional.of(planes.getFirst()) : Optional.empty();
  }
}
