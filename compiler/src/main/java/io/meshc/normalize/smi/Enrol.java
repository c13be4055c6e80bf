package io.meshc.normalize.smi;

import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.PodTemplate;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.model.Membership;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who has a sidecar. Open Service Mesh injects into the Pods of namespaces that are labelled `monitored-by`, where the
/// annotation `sidecar-injection` of the Pod or else of the namespace says so, and never into Pods on the node's network.
/// Source: `mustInject` of its injector and the selector of its webhook.
final class Enrol {
  private static final String INJECTION = Control.MARK + "sidecar-injection";
  private static final String IGNORE = Control.MARK + "ignore";
  private static final Set<String> ON = Set.of("enabled", "yes", "true");
  private static final Set<String> OFF = Set.of("disabled", "no", "false");

  private final Resources resources;
  private final Ledger ledger;
  private final Map<String, NamespaceObject> declared = new TreeMap<>();

  private Enrol(Resources resources, Ledger ledger) {
    this.resources = resources;
    this.ledger = ledger;
    resources.of(NamespaceObject.class).forEach(it -> declared.put(it.meta().name(), it));
  }

  static void all(Control control, Resources resources, Ledger ledger) {
    var enrol = new Enrol(resources, ledger);
    if (control.osm()) {
      enrol.underOsm();
    } else {
      enrol.mentioned().forEach(enrol::assume);
    }
  }

  private void underOsm() {
    declared.values().forEach(it -> ledger.add(enrolment(it)));
    var undeclared = new TreeSet<>(mentioned());
    Stream.concat(
            resources.of(WorkloadObject.class).stream(), resources.of(ServiceObject.class).stream())
        .forEach(it -> undeclared.add(it.meta().namespace()));
    undeclared.removeAll(declared.keySet());
    undeclared.forEach(this::assume);
    resources.of(WorkloadObject.class).forEach(this::workload);
  }

  private static Enrolment enrolment(NamespaceObject namespace) {
    return new Enrolment(namespace.meta().name(), Optional.empty(), membership(namespace));
  }

  private static Membership membership(NamespaceObject namespace) {
    Optional<At<String>> monitored = label(namespace, Control.MONITORED_BY);
    if (monitored.isEmpty()) {
      return new Membership.Outside(Origin.none());
    }
    Optional<At<String>> ignored = label(namespace, IGNORE);
    if (ignored.isPresent()) {
      return new Membership.Outside(ignored.get().origin());
    }
    Optional<At<String>> injection =
        Optional.ofNullable(namespace.meta().annotations().get(INJECTION));
    boolean injects = injection.map(it -> says(it, ON)).orElse(false);
    return injects
        ? new Membership.Sidecar(Control.PLANE, monitored.get().origin())
        : new Membership.Outside(injection.map(At::origin).orElse(monitored.get().origin()));
  }

  /// What a Pod says for itself. It is asked only where the namespace is watched at all, or where nobody can tell.
  private void workload(WorkloadObject workload) {
    Optional<NamespaceObject> namespace =
        Optional.ofNullable(declared.get(workload.meta().namespace()));
    boolean watched =
        namespace
            .map(it -> label(it, Control.MONITORED_BY).isPresent() && label(it, IGNORE).isEmpty())
            .orElse(true);
    if (watched && workload.pod().isPresent()) {
      ofPod(workload.pod().get())
          .ifPresent(it ->
              ledger.add(
                  new Enrolment(
                      workload.meta().namespace(), Optional.of(workload.meta().id()), it)));
    }
  }

  private static Optional<Membership> ofPod(PodTemplate pod) {
    Optional<At<Boolean>> host = pod.hostNetwork().filter(At::value);
    if (host.isPresent()) {
      return Optional.of(new Membership.Outside(host.get().origin()));
    }
    Optional<At<String>> injection = Optional.ofNullable(pod.annotations().get(INJECTION));
    return injection.flatMap(it -> {
      if (says(it, ON)) {
        return Optional.of(new Membership.Sidecar(Control.PLANE, it.origin()));
      }
      return says(it, OFF) ? Optional.of(new Membership.Outside(it.origin())) : Optional.empty();
    });
  }

  private static boolean says(At<String> annotation, Set<String> words) {
    return words.contains(annotation.value().toLowerCase(Locale.ROOT));
  }

  private void assume(String namespace) {
    ledger.add(new Enrolment(namespace, Optional.empty(), new Membership.Assumed(Control.PLANE)));
  }

  /// The namespaces that policies speak of.
  private Set<String> mentioned() {
    var result = new TreeSet<String>();
    for (TrafficTarget target : resources.of(TrafficTarget.class)) {
      Stream.concat(target.destination().stream(), target.sources().stream())
          .map(it -> it.value().namespace().map(At::value).orElse(target.meta().namespace()))
          .forEach(result::add);
    }
    resources.of(TrafficSplit.class).forEach(it -> result.add(it.meta().namespace()));
    return result;
  }

  private static Optional<At<String>> label(NamespaceObject namespace, String name) {
    return Optional.ofNullable(namespace.meta().labels().get(name));
  }
}
