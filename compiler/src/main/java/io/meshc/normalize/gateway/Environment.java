package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.LabelSelector;
import io.meshc.dialect.gateway.LabelSelector.Requirement;
import io.meshc.dialect.gateway.Listener.From;
import io.meshc.dialect.gateway.Listener.Namespaces;
import io.meshc.dialect.gateway.ReferenceGrant;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.model.ServiceName;
import io.meshc.model.match.Truth;
import io.meshc.source.At;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What objects of the Gateway API are read against.
///
/// @param closed whether the repo holds everything that there is
public record Environment(Resources resources, boolean closed, Implementation implementation) {

  Grants grants() {
    return new Grants(resources.of(ReferenceGrant.class));
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
    Optional<NamespaceObject> found =
        resources.of(NamespaceObject.class).stream()
            .filter(it -> it.meta().name().equals(namespace))
            .findFirst();
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
    return !closed || resources.all().stream().anyMatch(it -> is(it, group, kind, namespace, name));
  }

  private static boolean is(
      Resource resource, String group, String kind, String namespace, String name) {
    var id = resource.meta().id();
    return id.group().equals(group)
        && id.kind().equals(kind)
        && id.namespace().equals(namespace)
        && id.name().equals(name);
  }

  public Optional<ServiceObject> service(ServiceName name) {
    return resources.of(ServiceObject.class).stream()
        .filter(it -> it.meta().namespace().equals(name.namespace()))
        .filter(it -> it.meta().name().equals(name.name()))
        .findFirst();
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
