package io.meshc.validate.analysis.party;

import io.meshc.model.Identity;
import io.meshc.model.Lookup;
import io.meshc.model.Membership;
import io.meshc.model.Namespace;
import io.meshc.model.Plane;
import io.meshc.model.Workload;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Question;
import io.meshc.validate.question.Question.Bearer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A client as the proxies see it.
///
/// @param plane of the proxy beside it; empty if there is none or it is bypassed
/// @param identity what it can prove; empty without a proxy
/// @param workloads that may be the client; none where the repo holds none
/// @param bearer what it shows for itself
/// @param namespace for short host names; `""` if it has none
/// @param unclear why nobody knows what stands beside it; empty if somebody does
public record Sender(
    Optional<Plane> plane,
    Optional<Identity> identity,
    String namespace,
    List<Workload> workloads,
    Bearer bearer,
    Optional<String> unclear) {

  private Sender(
      Optional<Plane> plane,
      Optional<Identity> identity,
      String namespace,
      List<Workload> workloads,
      Bearer bearer) {
    this(plane, identity, namespace, workloads, bearer, Optional.empty());
  }

  private static final Bearer NOTHING = Question.More.NOTHING.bearer();

  public static Sender of(Question question, Lookup lookup) {
    Sender sender =
        switch (question.from()) {
          case Client.OfAccount(var namespace, var account) ->
              ofAccount(namespace, account, lookup);
          case Client.OfWorkload(var namespace, var name) -> ofWorkload(namespace, name, lookup);
          case Client.Foreign(var identity) -> outside(Optional.of(identity));
          case Client.Outside() -> outside(Optional.empty());
        };
    return (question.plaintext() ? sender.bare() : sender).bearing(question.more().bearer());
  }

  private static Sender outside(Optional<Identity> identity) {
    return new Sender(Optional.empty(), identity, "", List.of(), NOTHING);
  }

  /// The same without its proxy.
  public Sender bare() {
    return new Sender(Optional.empty(), Optional.empty(), namespace, workloads, bearer);
  }

  /// Whether the proxy of its node is all that it has.
  public boolean isAmbient(Lookup lookup) {
    return workloads.isEmpty()
        ? lookup
            .namespace(namespace)
            .map(Namespace::membership)
            .filter(Sender::isOfNode)
            .isPresent()
        : workloads.stream().map(Workload::membership).anyMatch(Sender::isOfNode);
  }

  private static boolean isOfNode(Membership membership) {
    return membership instanceof Membership.Ambient;
  }

  public Sender bearing(Bearer other) {
    return new Sender(plane, identity, namespace, workloads, other, unclear);
  }

  /// A workload as a client of its own, such as a gateway.
  public static Sender of(Workload workload, Bearer bearer, Lookup lookup) {
    Optional<Plane> plane = lookup.planeOf(workload);
    return new Sender(
        plane,
        plane.map(_ -> workload.identity()),
        workload.namespace(),
        List.of(workload),
        bearer,
        unclear(workload.membership()));
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
    return new Sender(plane, plane.map(_ -> identity), namespace, workloads, NOTHING, unclear);
  }

  private static Sender ofWorkload(String namespace, String name, Lookup lookup) {
    Optional<Workload> workload =
        lookup.mesh().workloads().stream()
            .filter(it -> it.namespace().equals(namespace) && it.id().name().equals(name))
            .findFirst();
    if (workload.isEmpty()) {
      return unseen(namespace, name, lookup);
    }
    return of(workload.get(), NOTHING, lookup);
  }

  /// A repo that is said to hold everything has no such client; another does not show which account it runs as.
  private static Sender unseen(String namespace, String name, Lookup lookup) {
    Optional<String> because =
        lookup.mesh().assumptions().closed()
            ? Optional.empty()
            : Optional.of("workload `" + namespace + "/" + name + "` is not in the repo");
    return new Sender(Optional.empty(), Optional.empty(), namespace, List.of(), NOTHING, because);
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
