package io.meshc.normalize;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.normalize.flagger.FlaggerFrontend;
import io.meshc.normalize.gateway.GatewayFrontend;
import io.meshc.normalize.istio.IstioFrontend;
import io.meshc.normalize.kubernetes.KubernetesFrontend;
import io.meshc.normalize.linkerd.LinkerdFrontend;
import io.meshc.normalize.linkerd.multicluster.LinkFrontend;
import io.meshc.normalize.mcs.McsFrontend;
import io.meshc.normalize.smi.SmiFrontend;
import io.meshc.normalize.unread.UnreadFrontend;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The one list of the dialects that meshc reads.
public final class Frontends {
  /// One line for each. The first that reads a kind has it; the last one takes what no other reads.
  public static final List<Frontend> ALL =
      List.of(
          new KubernetesFrontend(), //
          new FlaggerFrontend(), //
          new SmiFrontend(), //
          new IstioFrontend(), //
          new LinkFrontend(), //
          new McsFrontend(), //
          new LinkerdFrontend(), //
          new GatewayFrontend(), //
          new UnreadFrontend());

  /// Below this many resources, starting threads costs more than they save.
  private static final int WORTH_THREADS = 500;

  private Frontends() {}

  /// Documents → resources, in an order that does not depend on that of the files. Of an object that is there twice the
  /// first in the order of paths counts.
  public static Outcome<Parsed> parse(List<Document> documents, Settings settings) {
    return ParseAll.parse(documents, settings, ALL);
  }

  /// The settings with what the resources say about them.
  public static Settings settle(Resources resources, Settings settings) {
    Settings settled = settings;
    for (Frontend frontend : ALL) {
      settled = frontend.settle(resources, settled);
    }
    return settled;
  }

  /// Resources → all that they mean.
  public static Outcome<Declarations> normalize(Resources written, Settings settings) {
    Resources resources = withGenerated(written);
    var declared = new ArrayList<Declarations>();
    var problems = new ArrayList<Problem>();
    boolean large = resources.all().size() >= WORTH_THREADS;
    var frontends = large ? ALL.parallelStream() : ALL.stream();
    for (var outcome : frontends.map(it -> it.normalize(resources, settings)).toList()) {
      declared.add(outcome.value());
      problems.addAll(outcome.problems());
    }
    var objects = new Ledger();
    for (Resource resource : resources.all()) {
      objects.exists(resource.meta().id());
    }
    declared.add(objects.close());
    return new Outcome<>(Declarations.join(declared), problems);
  }

  /// The resources of a cluster with what controllers put there because of others of its mesh.
  public static Resources reflected(Neighbour here, List<Neighbour> others, Settings settings) {
    var made = new ArrayList<Resource>();
    for (Frontend frontend : ALL) {
      made.addAll(frontend.reflect(here, others, settings));
    }
    return with(made, here.resources());
  }

  /// Generated objects are there beside the written ones, or in their place.
  private static Resources withGenerated(Resources written) {
    var all = new ArrayList<Resource>();
    for (Frontend frontend : ALL) {
      all.addAll(frontend.generate(written));
    }
    return with(all, written);
  }

  private static Resources with(List<Resource> generated, Resources written) {
    if (generated.isEmpty()) {
      return written;
    }
    var all = new ArrayList<>(generated);
    var taken = new HashSet<ResourceId>();
    all.removeIf(it -> !taken.add(it.meta().id()));
    written.all().stream().filter(it -> !taken.contains(it.meta().id())).forEach(all::add);
    all.sort(Comparator.comparing(it -> it.meta().id()));
    return new Resources(all);
  }
}
