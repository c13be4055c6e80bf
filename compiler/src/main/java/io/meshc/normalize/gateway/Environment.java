package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.LabelSelector;
import io.meshc.dialect.gateway.LabelSelector.Requirement;
import io.meshc.dialect.gateway.Listener.From;
import io.meshc.dialect.gateway.Listener.Namespaces;
import io.meshc.dialect.gateway.ObjectRef;
import io.meshc.dialect.gateway.ReferenceGrant;
import io.meshc.dialect.gateway.policy.BackendTlsPolicy;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Truth;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What objects of the Gateway API are read against, with the indexes of it, built once.
public final class Environment {
  private final Resources resources;
  private final boolean closed;
  private final Implementation implementation;
  private final Grants grants;
  private final Set<ResourceId> present = new HashSet<>();
  private final Map<String, NamespaceObject> namespaces = new HashMap<>();
  private final Map<ServiceName, ServiceObject> services = new HashMap<>();
  private final Map<ServiceName, BackendTlsPolicy> tls = new HashMap<>();
  private final Bound bound;

  /// @param closed whether the repo holds everything that there is
  public Environment(Resources resources, boolean closed, Implementation implementation) {
    this.resources = resources;
    this.closed = closed;
    this.implementation = implementation;
    grants = new Grants(resources.of(ReferenceGrant.class));
    bound = new Bound(resources, implementation.profile());
    resources.all().forEach(it -> present.add(it.meta().id()));
    resources.of(NamespaceObject.class).forEach(it -> namespaces.putIfAbsent(it.meta().name(), it));
    for (ServiceObject it : resources.of(ServiceObject.class)) {
      services.putIfAbsent(new ServiceName(it.meta().namespace(), it.meta().name()), it);
    }
    for (BackendTlsPolicy it : resources.of(BackendTlsPolicy.class)) {
      for (ObjectRef to : it.targetRefs()) {
        boolean service =
            to.group().map(At::value).orElse("").isEmpty()
                && to.kind().filter(kind -> kind.value().equals("Service")).isPresent();
        if (service && to.name().isPresent()) {
          tls.putIfAbsent(new ServiceName(it.meta().namespace(), to.name().get().value()), it);
        }
      }
    }
  }

  public Resources resources() {
    return resources;
  }

  public boolean closed() {
    return closed;
  }

  public Implementation implementation() {
    return implementation;
  }

  Grants grants() {
    return grants;
  }

  /// What names Gateways and ListenerSets as its parent.
  Bound bound() {
    return bound;
  }

  /// What says how TLS is spoken with a Service.
  Optional<BackendTlsPolicy> tls(ServiceName service) {
    return Optional.ofNullable(tls.get(service));
  }

  /// Whether what stands in a namespace may be attached to an object of another.
  Truth allows(Optional<Namespaces> said, From otherwise, Meta home, String namespace) {
    return switch (said.flatMap(Namespaces::from).map(At::value).orElse(otherwise)) {
      case ALL -> Truth.YES;
      case NONE -> Truth.NO;
      case SAME -> Truth.of(home.namespace().equals(namespace));
      case SELECTOR ->
          said.flatMap(Namespaces::selector).map(it -> chooses(it, namespace)).orElse(Truth.NO);
    };
  }

  private Truth chooses(LabelSelector selector, String namespace) {
    Optional<NamespaceObject> found = Optional.ofNullable(namespaces.get(namespace));
    if (found.isEmpty() && !closed) {
      return new Truth.Unknown("the labels of namespace `" + namespace + "` are not in the repo");
    }
    var labels = new HashMap<String, String>();
    found.ifPresent(it -> it.meta().labels().forEach((key, at) -> labels.put(key, at.value())));
    labels.put("kubernetes.io/metadata.name", namespace);
    boolean all =
        selector.matchLabels().entrySet().stream()
                .allMatch(it -> it.getValue().value().equals(labels.get(it.getKey())))
            && selector.matchExpressions().stream().allMatch(it -> holds(it, labels));
    return Truth.of(all);
  }

  /// Source: kubernetes.io, "LabelSelectorRequirement".
  private static boolean holds(Requirement requirement, Map<String, String> labels) {
    String key = requirement.key().map(At::value).orElse("");
    String value = labels.get(key);
    boolean listed = requirement.values().stream().anyMatch(it -> it.value().equals(value));
    return switch (requirement.operator().map(At::value).orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }

  /// Whether an object is there; one that the repo does not show may be there all the same.
  boolean mayHold(String group, String kind, String namespace, String name) {
    return !closed || present.contains(new ResourceId(group, kind, namespace, name));
  }

  public Optional<ServiceObject> service(ServiceName name) {
    return Optional.ofNullable(services.get(name));
  }

  /// The number of a port of a Service by its name.
  Optional<Integer> port(ServiceName service, String name) {
    return service(service).stream()
        .flatMap(it -> it.ports().stream())
        .filter(it -> it.name().map(At::value).filter(name::equals).isPresent())
        .map(it -> it.number().value())
        .findFirst();
  }

  /// The numbers of the ports of a Service.
  public static List<Integer> ports(ServiceObject service) {
    return service.ports().stream().map(it -> it.number().value()).toList();
  }
}
