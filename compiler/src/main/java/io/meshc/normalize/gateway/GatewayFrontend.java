package io.meshc.normalize.gateway;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.gateway.ParseGateway;
import io.meshc.dialect.gateway.ParseReferenceGrant;
import io.meshc.dialect.gateway.policy.ParsePolicy;
import io.meshc.dialect.gateway.route.Grammar;
import io.meshc.dialect.gateway.route.ParseGrpcRoute;
import io.meshc.dialect.gateway.route.ParseHttpRoute;
import io.meshc.dialect.gateway.route.ParseStreamRoute;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Gateway API as an input. What it means in a mesh that reads it in its own way is said there; here it is read to its text, for
/// gateways and meshes of which nothing else is known.
public final class GatewayFrontend implements Frontend {
  private static final String GROUP = "gateway.networking.k8s.io";
  private static final String EXPERIMENTS = "gateway.networking.x-k8s.io";

  /// A kind, the versions in which it is served, and its reader.
  ///
  /// @param ofCluster it lives in no namespace
  private record Kind(List<String> versions, boolean ofCluster, Reader reader) {
    Kind(List<String> versions, Reader reader) {
      this(versions, false, reader);
    }
  }

  @FunctionalInterface
  private interface Reader {
    Resource read(Fields top, Meta meta, List<Problem> problems);
  }

  private static final List<String> SINCE_BETA = List.of("v1", "v1beta1");
  private static final List<String> SINCE_ALPHA = List.of("v1", "v1alpha2");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry(GROUP + "/GatewayClass", new Kind(SINCE_BETA, true, ParseGateway::classObject)),
          Map.entry(GROUP + "/Gateway", new Kind(SINCE_BETA, ParseGateway::parse)),
          Map.entry(GROUP + "/ListenerSet", new Kind(List.of("v1"), ParseGateway::set)),
          Map.entry(GROUP + "/HTTPRoute", new Kind(SINCE_BETA, GatewayFrontend::http)),
          Map.entry(GROUP + "/GRPCRoute", new Kind(List.of("v1"), ParseGrpcRoute::parse)),
          Map.entry(GROUP + "/TCPRoute", new Kind(SINCE_ALPHA, ParseStreamRoute::parse)),
          Map.entry(GROUP + "/UDPRoute", new Kind(SINCE_ALPHA, ParseStreamRoute::parse)),
          Map.entry(
              GROUP + "/TLSRoute",
              new Kind(List.of("v1", "v1alpha3", "v1alpha2"), ParseStreamRoute::parse)),
          Map.entry(GROUP + "/ReferenceGrant", new Kind(SINCE_BETA, ParseReferenceGrant::parse)),
          Map.entry(
              GROUP + "/BackendTLSPolicy", new Kind(List.of("v1", "v1alpha3"), ParsePolicy::tls)),
          Map.entry(EXPERIMENTS + "/XBackend", new Kind(List.of("v1alpha1"), ParsePolicy::backend)),
          Map.entry(
              EXPERIMENTS + "/XBackendTrafficPolicy",
              new Kind(List.of("v1alpha1"), ParsePolicy::traffic)),
          Map.entry(
              EXPERIMENTS + "/XMesh",
              new Kind(List.of("v1alpha1"), true, ParseGateway::classObject)));

  private static Resource http(Fields top, Meta meta, List<Problem> problems) {
    return ParseHttpRoute.parse(top, meta, Grammar.HTTP, problems);
  }

  @Override
  public boolean reads(Header header) {
    return header.group().equals(GROUP) || header.group().equals(EXPERIMENTS);
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    Kind kind = KINDS.get(header.group() + "/" + header.kind());
    if (kind == null || !kind.versions().contains(header.version())) {
      Resource other = ParseOther.parse(document, header, settings.defaultNamespace());
      List<String> known = kind == null ? List.of() : kind.versions();
      return new Outcome<>(Optional.of(other), List.of(header.unknownVersion(known)));
    }
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    String namespace = kind.ofCluster() ? "" : settings.defaultNamespace();
    Meta meta = header.meta(top, namespace, problems);
    Resource resource = kind.reader().read(top, meta, problems);
    top.done();
    return new Outcome<>(Optional.of(resource), problems);
  }

  @Override
  public List<Resource> generate(Resources resources) {
    return resources.of(Gateway.class).stream()
        .filter(it -> !Shown.isIstios(it))
        .flatMap(it -> MadeProxies.of(it, it.meta().name(), resources).stream())
        .toList();
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    var problems = new ArrayList<Problem>();
    Uncarried.in(resources, ledger, problems);
    ToTheText.normalize(resources, settings, ledger);
    return new Outcome<>(ledger.close(), problems);
  }
}
