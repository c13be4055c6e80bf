package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.EndpointsObject;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.osm.config.MeshConfig;
import io.meshc.dialect.osm.policy.IngressBackend;
import io.meshc.dialect.osm.policy.IngressBackend.Backend;
import io.meshc.dialect.osm.policy.Port;
import io.meshc.dialect.osm.policy.Subject;
import io.meshc.model.Identity;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.Border.Entrance;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// IngressBackend → an [Entrance] at each server that it names.
///
/// A client comes to the door by its address and the server name that it asks for, and is let in by its certificate; every host,
/// path and method is open to it. Permissive mode changes nothing of that. Source: openservicemesh/osm, pkg/catalog/ingress.go and
/// the filter chain that pkg/envoy makes of it.
final class NormalizeIngressBackend {
  private static final String OFF =
      "older releases read an IngressBackend only with `enableIngressBackendPolicy`";
  private static final String ELSEWHERE =
      "Open Service Mesh looks for an IngressBackend by name and port, whatever its namespace";
  private static final String SEVERAL =
      "several IngressBackends name this backend, and which one counts is not defined";

  private final Resources resources;
  private final Control control;
  private final Watched watched;
  private final Ledger ledger;

  private final Map<String, List<ServiceObject>> services = new HashMap<>();

  /// By the namespace, the Service and the port.
  private final Map<List<String>, Set<ResourceId>> about = new HashMap<>();

  NormalizeIngressBackend(Resources resources, Control control, Watched watched, Ledger ledger) {
    this.resources = resources;
    this.control = control;
    this.watched = watched;
    this.ledger = ledger;
    resources
        .of(ServiceObject.class)
        .forEach(it -> services.computeIfAbsent(it.meta().name(), _ -> new ArrayList<>()).add(it));
    for (IngressBackend it : resources.of(IngressBackend.class)) {
      for (Backend backend : it.backends()) {
        Optional<Integer> port = backend.port().flatMap(Port::number).map(At::value);
        if (backend.name().isPresent() && port.isPresent()) {
          var place = place(it.meta().namespace(), backend.name().get().value(), port.get());
          about.computeIfAbsent(place, _ -> new HashSet<>()).add(it.meta().id());
        }
      }
    }
  }

  void all() {
    for (IngressBackend ingress : resources.of(IngressBackend.class)) {
      references(ingress);
      if (watched.mayBe(ingress.meta().namespace()) && sourcesHaveEndpoints(ingress)) {
        ingress.backends().forEach(it -> backend(ingress, it));
      }
    }
  }

  private void backend(IngressBackend ingress, Backend backend) {
    Optional<Integer> port = backend.port().flatMap(Port::number).map(At::value);
    boolean known = backend.speaks("http") || backend.speaks("https");
    if (!known || port.isEmpty() || backend.name().isEmpty()) {
      return;
    }
    String name = backend.name().get().value();
    boolean rivalled = about(ingress.meta().namespace(), name, port.get()).size() > 1;
    for (ServiceObject service : services.getOrDefault(name, List.of())) {
      boolean own = service.meta().namespace().equals(ingress.meta().namespace());
      boolean free = own || about(service.meta().namespace(), name, port.get()).isEmpty();
      if (free && leadsTo(service, port.get())) {
        entrance(ingress, backend, service, !own ? ELSEWHERE : rivalled ? SEVERAL : "");
      }
    }
  }

  /// The policies of a namespace about one of its Services and a port.
  private Set<ResourceId> about(String namespace, String service, int port) {
    return about.getOrDefault(place(namespace, service, port), Set.of());
  }

  private static List<String> place(String namespace, String service, int port) {
    return List.of(namespace, service, String.valueOf(port));
  }

  /// Whether some port of the Service leads to that port of its Pods.
  private boolean leadsTo(ServiceObject service, int port) {
    return service.ports().stream()
        .anyMatch(it ->
            it.target().isEmpty()
                ? it.number().value() == port
                : it.target().get().value() instanceof PortName.Number(int number)
                    ? number == port
                    : it.target().get().value() instanceof PortName.Named(String name)
                        && pods(service).stream().anyMatch(pod -> declares(pod, name, port)));
  }

  private static boolean declares(PodTemplate pod, String name, int port) {
    return pod.containers().stream()
        .flatMap(it -> it.ports().stream())
        .anyMatch(it -> it.name().equals(name) && it.number().value() == port);
  }

  private List<PodTemplate> pods(ServiceObject service) {
    Map<String, String> selector = labels(service.selector());
    return selector.isEmpty()
        ? List.of()
        : resources.of(WorkloadObject.class).stream()
            .filter(it -> it.meta().namespace().equals(service.meta().namespace()))
            .flatMap(it -> it.pod().stream())
            .filter(it -> labels(it.labels()).entrySet().containsAll(selector.entrySet()))
            .toList();
  }

  private static Map<String, String> labels(Map<String, At<String>> written) {
    var labels = new TreeMap<String, String>();
    written.forEach((name, value) -> labels.put(name, value.value()));
    return labels;
  }

  /// @param doubt why it may not be there; `""` if it is
  private void entrance(
      IngressBackend ingress, Backend backend, ServiceObject service, String doubt) {
    Map<String, String> selector = labels(service.selector());
    if (selector.isEmpty()) {
      return;
    }
    String doubted = isOff() ? OFF : doubt;
    Match connection = Match.all(addresses(ingress), serverName(backend));
    boolean encrypted = backend.speaks("https");
    ledger.add(
        new Entrance(
            ingress.meta().id(),
            Control.PLANE,
            new Scope.Selected(service.meta().namespace(), selector),
            backend.port().orElseThrow().number().orElseThrow().value(),
            encrypted,
            encrypted && !backend.skipsClientCertificates(),
            At.of(
                doubted.isEmpty() ? connection : new Match.Unclear(Match.NONE, connection, doubted),
                backend.origin()),
            At.of(clients(ingress, backend), placeOfSources(ingress, backend))));
  }

  private boolean isOff() {
    return control
        .config()
        .flatMap((MeshConfig it) -> it.feature("enableIngressBackendPolicy"))
        .filter(it -> !it.value())
        .isPresent();
  }

  private static Origin placeOfSources(IngressBackend ingress, Backend backend) {
    return ingress.sources().stream().findFirst().map(Subject::origin).orElse(backend.origin());
  }

  /// Any address where no source is one.
  private Match addresses(IngressBackend ingress) {
    var each = new ArrayList<Match>();
    boolean any = true;
    for (Subject source : ingress.sources()) {
      if (source.is(IngressBackend.RANGE)) {
        any = false;
        source
            .name()
            .flatMap(it -> AddressBlock.of(it.value()))
            .ifPresent(it -> each.add(new Attribute.Address(Attribute.Of.SOURCE, it)));
      } else if (source.is(IngressBackend.SERVICE)) {
        any = false;
        each.add(endpoints(ingress, source));
      }
    }
    return any ? Match.ANY : Match.oneOf(each);
  }

  /// The Pods behind a Service, and what somebody wrote down as its endpoints.
  private Match endpoints(IngressBackend ingress, Subject source) {
    Optional<ServiceObject> service = service(ingress, source);
    if (service.isEmpty()) {
      return new Match.Unclear(
          Match.NONE,
          Match.ANY,
          "Service `" + label(ingress, source) + "`, whose endpoints may call, is not in the repo");
    }
    var each = new ArrayList<Match>();
    Map<String, String> selector = labels(service.get().selector());
    if (!selector.isEmpty()) {
      each.add(
          Match.all(
              new Attribute.ClientNamespace(service.get().meta().namespace()),
              new Attribute.ClientLabels(selector)));
    }
    written(service.get()).stream()
        .flatMap(it -> AddressBlock.of(it.address().value()).stream())
        .forEach(it -> each.add(new Attribute.Address(Attribute.Of.SOURCE, it)));
    return Match.oneOf(each);
  }

  private List<EndpointsObject.Endpoint> written(ServiceObject service) {
    return resources.of(EndpointsObject.class).stream()
        .filter(it -> it.meta().namespace().equals(service.meta().namespace()))
        .filter(
            it -> it.service().filter(is -> is.value().equals(service.meta().name())).isPresent())
        .flatMap(it -> it.endpoints().stream())
        .toList();
  }

  private Optional<ServiceObject> service(IngressBackend ingress, Subject source) {
    return resources.of(ServiceObject.class).stream()
        .filter(it -> label(ingress, source).equals(it.meta().namespace() + "/" + it.meta().name()))
        .findFirst();
  }

  private static String label(IngressBackend ingress, Subject source) {
    return source.namespace().map(At::value).orElse(ingress.meta().namespace())
        + "/"
        + source.name().map(At::value).orElse("");
  }

  /// A source Service without endpoints takes the whole policy out. One that the repo does not hold may have some.
  private boolean sourcesHaveEndpoints(IngressBackend ingress) {
    return ingress.sources().stream()
        .filter(it -> it.is(IngressBackend.SERVICE))
        .flatMap(it -> service(ingress, it).stream())
        .allMatch(it -> !pods(it).isEmpty() || !written(it).isEmpty());
  }

  private static Match serverName(Backend backend) {
    List<Match> names =
        backend.speaks("https")
            ? backend.tls().stream()
                .flatMap(it -> it.sniHosts().stream())
                .<Match>map(it -> new Attribute.Sni(pattern(it.value())))
                .toList()
            : List.of();
    return names.isEmpty() ? Match.ANY : Match.oneOf(names);
  }

  private static TextPattern pattern(String host) {
    return host.startsWith("*.")
        ? new TextPattern.Suffix(host.substring(1))
        : new TextPattern.Exact(host);
  }

  /// Of HTTP nobody proves who it is, so that principals are not asked for; of HTTPS one of the principals, or anybody with a
  /// certificate of the mesh, or anybody at all where certificates are not looked at (docs.openservicemesh.io, "Ingress with
  /// Contour", the demo with `skipClientCertValidation`).
  private Match clients(IngressBackend ingress, Backend backend) {
    List<Subject> principals =
        ingress.sources().stream().filter(it -> it.is(IngressBackend.PRINCIPAL)).toList();
    boolean proves = backend.speaks("https") && !backend.skipsClientCertificates();
    if (!proves) {
      return Match.ANY;
    }
    return principals.isEmpty()
        ? new Match.OnIdentity(TextPattern.ANYTHING)
        : Match.oneOf(
            principals.stream()
                .flatMap(it -> it.name().stream())
                .map(it -> principal(it.value()))
                .toList());
  }

  /// `account.namespace.domain`, or a SPIFFE id with the account before the namespace.
  private static Match principal(String name) {
    if (name.equals("*")) {
      return new Match.OnIdentity(TextPattern.ANYTHING);
    }
    boolean spiffe = name.startsWith("spiffe://");
    String[] parts =
        spiffe ? name.substring("spiffe://".length()).split("/", -1) : name.split("\\.", 3);
    String text =
        parts.length != 3
            ? name
            : spiffe
                ? new Identity(parts[0], parts[2], parts[1]).text()
                : new Identity(parts[2], parts[1], parts[0]).text();
    return new Match.OnIdentity(new TextPattern.Exact(text));
  }

  private void references(IngressBackend ingress) {
    for (Backend backend : ingress.backends()) {
      backend
          .name()
          .ifPresent(it -> refer(ingress, ingress.meta().namespace(), it, "backend service"));
    }
    for (Subject source : ingress.sources()) {
      String namespace = source.namespace().map(At::value).orElse(ingress.meta().namespace());
      source
          .name()
          .filter(_ -> source.is(IngressBackend.SERVICE))
          .ifPresent(it -> refer(ingress, namespace, it, "source service"));
    }
  }

  private void refer(IngressBackend ingress, String namespace, At<String> name, String role) {
    var to = new ResourceId("", "Service", namespace, name.value());
    ledger.add(new DeclaredReference(ingress.meta().id(), to, role, name.origin()));
  }
}
