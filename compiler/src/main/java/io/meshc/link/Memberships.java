package io.meshc.link;

import io.meshc.model.Membership;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each namespace and each workload is said to belong to.
final class Memberships {
  private static final Membership NOWHERE = new Membership.Outside(Origin.none());

  /// Who is heard first: what nobody can read, for it may overrule the others, then `Sidecar`, then `Ambient`, then `Outside`, then `Assumed`; the
  /// rest is only there so that the order of files is not.
  private static final Comparator<Membership> WEIGHT =
      (a, b) -> {
        int order = Integer.compare(rank(a), rank(b));
        order = order != 0 ? order : plane(a).compareTo(plane(b));
        return order != 0 ? order : origin(b).compareTo(origin(a));
      };

  private final Map<String, Membership> namespaces = new HashMap<>();
  private final Map<ResourceId, Membership> workloads = new HashMap<>();

  Memberships(List<Enrolment> enrolments) {
    for (Enrolment it : enrolments) {
      if (it.workload().isPresent()) {
        workloads.merge(it.workload().get(), it.membership(), Memberships::heavier);
      } else {
        namespaces.merge(it.namespace(), it.membership(), Memberships::heavier);
      }
    }
  }

  /// What a workload says goes before what its namespace says; but it may stay out of any mesh, and join one only where its
  /// namespace does not keep it out.
  Membership of(ResourceId workload) {
    Membership namespace = ofNamespace(workload.namespace());
    Optional<Membership> own = Optional.ofNullable(workloads.get(workload));
    return namespace instanceof Membership.Unclear
        ? own.filter(it -> !it.isMeshed()).orElse(namespace)
        : own.orElse(namespace);
  }

  Membership ofNamespace(String namespace) {
    return namespaces.getOrDefault(namespace, NOWHERE);
  }

  boolean isMentioned(String namespace) {
    return namespaces.containsKey(namespace);
  }

  Collection<String> namespaces() {
    return namespaces.keySet();
  }

  private static Membership heavier(Membership left, Membership right) {
    return WEIGHT.compare(left, right) <= 0 ? left : right;
  }

  private static int rank(Membership membership) {
    return switch (membership) {
      case Membership.Unclear _ -> 0;
      case Membership.Sidecar _ -> 1;
      case Membership.Ambient _ -> 2;
      case Membership.Outside _ -> 3;
      case Membership.Assumed _ -> 4;
    };
  }

  private static String plane(Membership membership) {
    return membership.planeId().map(it -> it.name()).orElse("");
  }

  private static Origin origin(Membership membership) {
    return switch (membership) {
      case Membership.Sidecar(var _, var origin) -> origin;
      case Membership.Ambient(var _, var origin) -> origin;
      case Membership.Outside(var origin) -> origin;
      case Membership.Unclear(var _, var origin) -> origin;
      case Membership.Assumed _ -> Origin.none();
    };
  }
}
