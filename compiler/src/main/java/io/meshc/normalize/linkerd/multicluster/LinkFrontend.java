package io.meshc.normalize.linkerd.multicluster;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.ServiceObject;
import io.meshc.dialect.linkerd.multicluster.Link;
import io.meshc.dialect.linkerd.multicluster.ParseLink;
import io.meshc.model.PlaneId;
import io.meshc.model.cluster.Mirroring;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Neighbour;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The multicluster extension of Linkerd as an input.
public final class LinkFrontend implements Frontend {
  private static final String GROUP = "multicluster.linkerd.io";
  private static final Set<String> VERSIONS = Set.of("v1alpha1", "v1alpha2", "v1alpha3");
  private static final PlaneId PLANE = new PlaneId("linkerd");

  @Override
  public boolean reads(Header header) {
    return header.group().equals(GROUP) && header.kind().equals("Link");
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, settings.defaultNamespace(), problems);
    if (!VERSIONS.contains(header.version())) {
      List<String> known = VERSIONS.stream().sorted().toList();
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(known).in(meta.id())));
    }
    Resource link = ParseLink.parse(top, meta, problems);
    top.done();
    return new Outcome<>(Optional.of(link), problems.stream().map(it -> it.in(meta.id())).toList());
  }

  @Override
  public List<Resource> reflect(Neighbour here, List<Neighbour> others, Settings settings) {
    return Reflect.into(here, others);
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    List<Link> links =
        resources.of(Link.class).stream().filter(it -> it.targetClusterName().isPresent()).toList();
    for (Link it : links) {
      String cluster = it.targetClusterName().orElseThrow().value();
      ledger.add(new Mirroring(it.meta().id(), PLANE, cluster, false, it.meta().origin()));
    }
    var mirrors = new NormalizeMirror(PLANE, links, ledger);
    resources.of(ServiceObject.class).forEach(mirrors::normalize);
    return Outcome.of(ledger.close());
  }
}
