package io.meshc.normalize.flagger;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.flagger.Canary;
import io.meshc.dialect.flagger.ParseCanary;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.Scope;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flagger as an input.
public final class FlaggerFrontend implements Frontend {
  static final String GROUP = "flagger.app";

  private static final List<String> VERSIONS = List.of("v1beta1", "v1alpha3");

  /// Workloads of which Flagger makes a copy.
  private static final Set<String> COPIED = Set.of("Deployment", "DaemonSet", "StatefulSet");

  @Override
  public boolean reads(Header header) {
    return header.group().equals(GROUP) && header.kind().equals("Canary");
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    if (!VERSIONS.contains(header.version())) {
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(VERSIONS)));
    }
    return ParseCanary.parse(document, header, settings.defaultNamespace()).map(Optional::of);
  }

  @Override
  public List<Resource> generate(Resources resources) {
    var generated = new ArrayList<Resource>();
    for (Canary it : resources.of(Canary.class)) {
      if (it.target().isPresent() && it.service().isPresent() && isCopied(it)) {
        Names names = Names.of(it.service().get(), it.target().get());
        generated.addAll(new Generated(it, it.service().get(), names, target(it, resources)).all());
        if (Provider.of(it, it.service().get()) == Provider.GATEWAY_API) {
          generated.add(new MadeRoute(it, it.service().get(), names).route());
        }
      }
    }
    return generated;
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    var problems = new ArrayList<Problem>();
    for (Canary it : resources.of(Canary.class)) {
      if (it.target().isPresent() && !isCopied(it)) {
        problems.add(
            new Problem(
                    Problem.Kind.NOT_MODELLED,
                    it.target().get().name().origin(),
                    "what Flagger makes of a `"
                        + it.target().get().kind()
                        + "` is not understood: its Services and routes are left out",
                    "")
                .in(it.meta().id()));
      } else if (it.target().isPresent() && it.service().isPresent()) {
        List<Scope> pods = Generated.pods(it, target(it, resources));
        NormalizeCanary.normalize(
            it, it.service().get(), it.target().get(), pods, ledger, problems);
      }
    }
    return new Outcome<>(ledger.close(), problems);
  }

  private static boolean isCopied(Canary canary) {
    return canary.target().filter(it -> COPIED.contains(it.kind())).isPresent();
  }

  private static Optional<WorkloadObject> target(Canary canary, Resources resources) {
    Canary.Target target = canary.target().orElseThrow();
    return resources.of(WorkloadObject.class).stream()
        .filter(it -> it.meta().namespace().equals(canary.meta().namespace()))
        .filter(it -> it.meta().id().kind().equals(target.kind()))
        .filter(it -> it.meta().name().equals(target.name().value()))
        .findFirst();
  }
}
