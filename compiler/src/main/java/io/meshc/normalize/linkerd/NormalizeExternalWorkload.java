package io.meshc.normalize.linkerd;

import io.meshc.dialect.linkerd.traffic.ExternalWorkload;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.Port;
import io.meshc.model.Identity;
import io.meshc.model.Membership;
import io.meshc.model.Workload.ContainerPort;
import io.meshc.normalize.Declarations.DeclaredWorkload;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Ledger;
import io.meshc.source.At;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ExternalWorkload → a workload with a proxy. Services choose it by its own labels.
///
/// Source: linkerd.io, "ExternalWorkload".
final class NormalizeExternalWorkload {
  private NormalizeExternalWorkload() {}

  static void normalize(ExternalWorkload machine, Clients clients, Ledger ledger) {
    Optional<String> name =
        machine.meshTls().flatMap(ExternalWorkload.MeshTls::identity).map(At::value);
    if (name.isEmpty() || machine.meta().name().isEmpty()) {
      return;
    }
    Identity identity = clients.identityOf(name.get()).orElseGet(() -> Identity.other(name.get()));
    List<ContainerPort> ports =
        machine.ports().stream()
            .filter(it -> it.protocol().map(At::value).orElse("TCP").equals("TCP"))
            .flatMap((Port it) ->
                it.port().stream()
                    .map(number ->
                        new ContainerPort(it.name().map(At::value).orElse(""), number.value())))
            .toList();
    ledger.add(
        new DeclaredWorkload(
            machine.meta().id(),
            Labels.plain(machine.meta().labels()),
            Map.of(),
            identity,
            ports,
            List.of(),
            1,
            machine.meta().origin()));
    ledger.add(
        new Enrolment(
            machine.meta().namespace(),
            Optional.of(machine.meta().id()),
            new Membership.Sidecar(LinkerdPlane.ID, machine.meta().origin())));
  }
}
