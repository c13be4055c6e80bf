package io.meshc.rules.istio;

import io.meshc.rules.istio.anykind.InternalAnnotation;
import io.meshc.rules.istio.anykind.InvalidExportTo;
import io.meshc.rules.istio.anykind.InvalidSelectorLabel;
import io.meshc.rules.istio.anykind.InvalidTargetRef;
import io.meshc.rules.istio.anykind.MisplacedDryRun;
import io.meshc.rules.istio.anykind.SelectorWithoutLabels;
import io.meshc.rules.istio.anykind.SeveralTargets;
import io.meshc.rules.istio.gateway.DottedGatewayName;
import io.meshc.rules.istio.gateway.IncompleteServer;
import io.meshc.rules.istio.gateway.IneffectiveTls;
import io.meshc.rules.istio.gateway.InvalidBind;
import io.meshc.rules.istio.gateway.InvalidGatewayHost;
import io.meshc.rules.istio.gateway.InvalidServerPort;
import io.meshc.rules.istio.gateway.MissingCertificate;
import io.meshc.rules.istio.gateway.SeveralCertificates;
import io.meshc.rules.istio.gateway.TlsOfPlainPort;
import io.meshc.rules.istio.gateway.UnknownCipher;
import io.meshc.rules.istio.virtualservice.ClaimInMesh;
import io.meshc.rules.istio.virtualservice.ConflictingActions;
import io.meshc.rules.istio.virtualservice.DottedGateway;
import io.meshc.rules.istio.virtualservice.DuplicateRouteHost;
import io.meshc.rules.istio.virtualservice.InvalidGatewayName;
import io.meshc.rules.istio.virtualservice.InvalidMatch;
import io.meshc.rules.istio.virtualservice.InvalidRouteHost;
import io.meshc.rules.istio.virtualservice.InvalidTextMatch;
import io.meshc.rules.istio.virtualservice.NoRoutes;
import io.meshc.rules.istio.virtualservice.PartsOfDelegate;
import io.meshc.validate.rule.Rule;
import java.util.List;

/// The rules on what istiod's webhook and the API server make of an object, by id: a part of the one list, `Catalog`.
public final class Admission {
  private Admission() {}

  public static final List<Rule> ALL =
      List.of(
          new MisplacedDryRun(),
          new InternalAnnotation(),
          new InvalidSelectorLabel(),
          new SeveralTargets(),
          new InvalidTargetRef(),
          new SelectorWithoutLabels(),
          new InvalidExportTo(),
          new DottedGatewayName(),
          new IncompleteServer(),
          new InvalidGatewayHost(),
          new InvalidServerPort(),
          new InvalidBind(),
          new TlsOfPlainPort(),
          new SeveralCertificates(),
          new MissingCertificate(),
          new IneffectiveTls(),
          new UnknownCipher(),
          new PartsOfDelegate(),
          new InvalidRouteHost(),
          new DuplicateRouteHost(),
          new InvalidGatewayName(),
          new DottedGateway(),
          new NoRoutes(),
          new ClaimInMesh(),
          new ConflictingActions(),
          new InvalidMatch(),
          new InvalidTextMatch());
}
