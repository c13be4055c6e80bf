package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Service;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.model.cluster.Topology;
import io.meshc.validate.analysis.party.Hosts;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a host leads to, through the aliases on the way: an ExternalName Service is a CNAME record of the cluster's DNS, and
/// "no proxying of any kind is set up" (kubernetes.io, "Service", ExternalName). So a client calls whatever the name at the end
/// stands for.
///
/// @param host at the end of the aliases
/// @param name what the host would be as a Service; empty for an external name
/// @param service absent where the repo holds none of that name
/// @param loops the aliases lead back to themselves: the name means nothing
/// @param steps one for each alias
record Destination(
    String host,
    Optional<ServiceName> name,
    Optional<Service> service,
    boolean loops,
    List<Step> steps) {

  /// A name that the DNS of the client's cluster does not know, though proxies do: "the client cluster must have a DNS entry for the
  /// service in order for the DNS lookup to succeed" (istio.io, "Deployment Models"); proxies that answer names themselves are one.
  static boolean isUnresolved(ServiceName name, Sender sender, Lookup lookup) {
    return lookup.mesh().beyond().standIns().contains(name)
        && new Elsewhere(lookup, sender).topology().filter(Topology::resolves).isEmpty();
  }

  static Destination of(String called, Sender sender, Lookup lookup) {
    String host = called;
    Optional<ServiceName> name = Hosts.named(host, sender.namespace(), lookup);
    Optional<Service> service = name.isEmpty() ? shared(host, lookup) : named(name, sender, lookup);
    var steps = new ArrayList<Step>();
    var seen = new HashSet<String>();
    while (service.isPresent() && service.get().reach() instanceof Reach.Alias(String to)) {
      ServiceName alias = service.get().name();
      String because = "Service `" + alias.label() + "` is another name of `" + to + "`";
      steps.add(new Step("destination", Optional.empty(), service.get().origin(), true, because));
      if (!seen.add(alias.label())) {
        return new Destination(to, name, Optional.empty(), true, steps);
      }
      host = to;
      // A CNAME record holds a whole name: no search domain of the client is added to it.
      name = Hosts.named(host, "", lookup);
      service = name.isEmpty() ? shared(host, lookup) : named(name, sender, lookup);
    }
    return new Destination(host, name, service, false, steps);
  }

  /// A host that the DNS of all clusters knows.
  private static Optional<Service> shared(String host, Lookup lookup) {
    return lookup.mesh().beyond().hosts().stream()
        .filter(it -> it.service().name().equals(host.toLowerCase(Locale.ROOT)))
        .findFirst()
        .flatMap(it -> lookup.service(it.service()));
  }

  /// What would have to be known of a host that the DNS knows, and the client's proxy may know, too.
  static Optional<String> doubt(Service service, Sender sender, Lookup lookup) {
    return lookup.mesh().beyond().hosts().stream()
        .filter(it -> it.service().equals(service.name()) && it.proxies().isEmpty())
        .filter(_ -> sender.plane().isPresent())
        .findFirst()
        .map(it ->
            "whether the client's proxy knows host `"
                + it.service().name()
                + "` is not said: `clusterset-hosts` of the mesh in the config file says it");
  }

  private static Optional<Service> named(Optional<ServiceName> name, Sender sender, Lookup lookup) {
    return name.filter(it -> !isUnresolved(it, sender, lookup)).flatMap(lookup::service);
  }
}
