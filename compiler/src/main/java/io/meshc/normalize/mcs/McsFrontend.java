package io.meshc.normalize.mcs;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.mcs.ParseMcs;
import io.meshc.dialect.mcs.ServiceExport;
import io.meshc.dialect.mcs.ServiceImport;
import io.meshc.model.Service.Reach;
import io.meshc.model.ServiceName;
import io.meshc.model.ServicePort.Target;
import io.meshc.model.cluster.Mirror;
import io.meshc.model.cluster.SharedHost;
import io.meshc.model.proxy.Audience;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.DeclaredAudience;
import io.meshc.normalize.Declarations.DeclaredPort;
import io.meshc.normalize.Declarations.DeclaredReference;
import io.meshc.normalize.Declarations.DeclaredService;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Neighbour;
import io.meshc.normalize.Settings;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The Multi-Cluster Services API as an input.
public final class McsFrontend implements Frontend {
  private static final String GROUP = "multicluster.x-k8s.io";
  private static final Set<String> KINDS = Set.of("ServiceExport", "ServiceImport");
  private static final List<String> VERSIONS = List.of("v1alpha1", "v1beta1");

  @Override
  public boolean reads(Header header) {
    return header.group().equals(GROUP) && KINDS.contains(header.kind());
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, settings.defaultNamespace(), problems);
    if (!VERSIONS.contains(header.version())) {
      return new Outcome<>(
          Optional.empty(), List.of(header.unknownVersion(VERSIONS).in(meta.id())));
    }
    Resource resource =
        header.kind().equals("ServiceExport")
            ? ParseMcs.export(top, meta)
            : ParseMcs.imported(top, meta, problems);
    top.done();
    return new Outcome<>(
        Optional.of(resource), problems.stream().map(it -> it.in(meta.id())).toList());
  }

  @Override
  public List<Resource> reflect(Neighbour here, List<Neighbour> others, Settings settings) {
    return Imports.into(here, others);
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    for (ServiceExport it : resources.of(ServiceExport.class)) {
      var service = new ResourceId("", "Service", it.meta().namespace(), it.meta().name());
      ledger.add(
          new DeclaredReference(it.meta().id(), service, "exported Service", it.meta().origin()));
    }
    for (ServiceImport it : resources.of(ServiceImport.class)) {
      imported(it, settings.sharing().clustersetHosts(), ledger);
    }
    return Outcome.of(ledger.close());
  }

  private static void imported(ServiceImport it, Optional<Boolean> known, Ledger ledger) {
    Meta meta = it.meta();
    var name =
        new ServiceName(meta.namespace(), meta.name() + "." + meta.namespace() + SharedHost.ENDING);
    ledger.add(
        new DeclaredService(
            name,
            Map.of(),
            it.ports().stream().filter(ServiceImport.Port::isTcp).map(McsFrontend::port).toList(),
            it.isHeadless() ? new Reach.Each() : new Reach.Any(),
            List.of(),
            meta.origin()));
    ledger.add(new SharedHost(name, known, meta.origin()));
    if (!known.orElse(false)) {
      ledger.add(new DeclaredAudience(name, Audience.of(Optional.of(Set.of()))));
    }
    for (String cluster : it.clusters()) {
      ledger.add(
          new Mirror(
              name,
              Optional.empty(),
              cluster,
              new ServiceName(meta.namespace(), meta.name()),
              new Mirror.Way.Pods(),
              meta.origin()));
    }
  }

  private static DeclaredPort port(ServiceImport.Port port) {
    int number = port.number().value();
    return new DeclaredPort(
        number,
        port.name().map(At::value).orElse(""),
        port.appProtocol().map(At::value).orElse(""),
        new Target.Number(number),
        port.origin());
  }
}
