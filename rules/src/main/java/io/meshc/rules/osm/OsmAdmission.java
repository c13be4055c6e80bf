package io.meshc.rules.osm;

import io.meshc.rules.osm.egress.InvalidEgressMatch;
import io.meshc.rules.osm.ingress.DuplicateIngressBackend;
import io.meshc.rules.osm.ingress.InvalidIngressProtocol;
import io.meshc.rules.osm.ingress.InvalidIngressSource;
import io.meshc.rules.osm.setting.InvalidRootCertificate;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// The rules on what the webhook of Open Service Mesh makes of an object, by id: a part of the one list, `Catalog`.
public final class OsmAdmission {
  private OsmAdmission() {}

  public static final List<Rule> ALL =
      List.of(
          new InvalidIngressProtocol(),
          new InvalidIngressSource(),
          new DuplicateIngressBackend(),
          new InvalidEgressMatch(),
          new InvalidRootCertificate());
}
