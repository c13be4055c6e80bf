package io.meshc.normalize.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.osm.OsmGroups;
import io.meshc.dialect.osm.ParseOsm;
import io.meshc.dialect.smi.ParseSmi;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.dialect.smi.TrafficSplit;
import io.meshc.dialect.smi.TrafficTarget;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SMI and Open Service Mesh as an input.
public final class SmiFrontend implements Frontend {

  @Override
  public boolean reads(Header header) {
    return SmiGroups.ALL.contains(header.group()) || OsmGroups.ALL.contains(header.group());
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    return SmiGroups.ALL.contains(header.group())
        ? ParseSmi.parse(document, header, settings.defaultNamespace())
        : ParseOsm.parse(document, header, settings.defaultNamespace());
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    Optional<Control> found = Control.of(resources, settings);
    if (found.isEmpty()) {
      return Outcome.of(Declarations.NONE);
    }
    Control control = found.get();
    var ledger = new Ledger();
    var problems = new ArrayList<Problem>();
    NormalizeControl.normalize(control, resources, ledger, problems);
    Enrol.all(control, resources, ledger);
    var groups = RouteGroups.of(resources, control, settings);
    groups.declare(ledger);
    var bindings = Bindings.of(resources, settings.assumptions());
    bindings.declare(ledger, problems);
    if (control.osm()) {
      border(control, groups, resources, ledger, problems);
    }
    var filter = NetworkFilter.of(resources, control, groups);
    for (TrafficTarget it : resources.of(TrafficTarget.class)) {
      new NormalizeTrafficTarget(it, control, groups, bindings, filter, ledger, problems).run();
    }
    for (TrafficSplit it : resources.of(TrafficSplit.class)) {
      new NormalizeTrafficSplit(it, control, groups, settings, ledger, problems).run();
    }
    return new Outcome<>(ledger.close(), problems);
  }

  /// What Open Service Mesh says beside SMI.
  private static void border(
      Control control,
      RouteGroups groups,
      Resources resources,
      Ledger ledger,
      List<Problem> problems) {
    var watched = Watched.of(resources);
    new NormalizeEgress(resources, control, groups, watched, ledger).all();
    new NormalizeIngressBackend(resources, control, watched, ledger).all();
    new NormalizeSettings(resources, ledger, problems).all();
    Loads.in(resources, ledger);
    Exclusions.of(resources, ledger, problems);
    Uncarried.in(resources, ledger, problems);
  }

  @Override
  public Settings settle(Resources resources, Settings settings) {
    return Control.trustDomains(resources).stream()
        .findFirst()
        .map(settings::trusting)
        .orElse(settings);
  }
}
