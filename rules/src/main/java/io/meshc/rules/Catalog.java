package io.meshc.rules;

import io.meshc.rules.gateway.GatewayAdmission;
import io.meshc.rules.gateway.status.Conditions;
import io.meshc.rules.hygiene.NamelessMatch;
import io.meshc.rules.hygiene.RedundantMethod;
import io.meshc.rules.hygiene.RepeatedEntry;
import io.meshc.rules.hygiene.RepeatedObject;
import io.meshc.rules.hygiene.TemplatedSkipped;
import io.meshc.rules.hygiene.UnusedMatch;
import io.meshc.rules.hygiene.UnusedSuppression;
import io.meshc.rules.invalid.DuplicateHeader;
import io.meshc.rules.invalid.DuplicateKey;
import io.meshc.rules.invalid.DuplicateMatch;
import io.meshc.rules.invalid.DuplicateObject;
import io.meshc.rules.invalid.GlobInPath;
import io.meshc.rules.invalid.InvalidRegex;
import io.meshc.rules.invalid.InvalidValue;
import io.meshc.rules.invalid.MissingField;
import io.meshc.rules.invalid.NotAnObject;
import io.meshc.rules.invalid.NotText;
import io.meshc.rules.invalid.NotYaml;
import io.meshc.rules.invalid.OtherVersionField;
import io.meshc.rules.invalid.PathWithoutSlash;
import io.meshc.rules.invalid.QueryInPath;
import io.meshc.rules.invalid.SelectorMismatch;
import io.meshc.rules.invalid.UnknownField;
import io.meshc.rules.invalid.UnknownKind;
import io.meshc.rules.invalid.UnreadableFile;
import io.meshc.rules.invalid.structure.BrokenDefinition;
import io.meshc.rules.invalid.structure.ConflictingFields;
import io.meshc.rules.invalid.structure.FormatMismatch;
import io.meshc.rules.invalid.structure.NullValue;
import io.meshc.rules.invalid.structure.OutOfRange;
import io.meshc.rules.invalid.structure.PatternMismatch;
import io.meshc.rules.invalid.structure.RepeatedItem;
import io.meshc.rules.invalid.structure.UncheckedRule;
import io.meshc.rules.invalid.structure.UnlistedValue;
import io.meshc.rules.invalid.structure.ViolatedRule;
import io.meshc.rules.invalid.structure.WrongCount;
import io.meshc.rules.invalid.structure.WrongLength;
import io.meshc.rules.istio.Admission;
import io.meshc.rules.linkerd.LinkerdAdmission;
import io.meshc.rules.linkerd.meaning.ConsumerBesideProducer;
import io.meshc.rules.linkerd.meaning.CoreGroup;
import io.meshc.rules.linkerd.meaning.DeprecatedPolicyVersion;
import io.meshc.rules.linkerd.meaning.EmptyAuthentication;
import io.meshc.rules.linkerd.meaning.ImplicitClusterNetworks;
import io.meshc.rules.linkerd.meaning.InertMeshRoute;
import io.meshc.rules.linkerd.meaning.MissingAuthentication;
import io.meshc.rules.linkerd.meaning.MissingPolicyTarget;
import io.meshc.rules.linkerd.meaning.OpaqueByAppProtocol;
import io.meshc.rules.linkerd.meaning.OverlappingServers;
import io.meshc.rules.linkerd.meaning.RetriedWrite;
import io.meshc.rules.linkerd.meaning.RouteOnOpaquePort;
import io.meshc.rules.linkerd.meaning.RouteShadowedByProfile;
import io.meshc.rules.linkerd.meaning.RouteWithoutClients;
import io.meshc.rules.linkerd.meaning.ServerWithoutClients;
import io.meshc.rules.linkerd.meaning.SkippedServerPort;
import io.meshc.rules.linkerd.meaning.UnattachedServerRoute;
import io.meshc.rules.linkerd.meaning.UnreadRouteKind;
import io.meshc.rules.linkerd.meaning.UnseenSplit;
import io.meshc.rules.linkerd.meaning.UnservedProbe;
import io.meshc.rules.linkerd.meaning.UnusedEgressNetwork;
import io.meshc.rules.linkerd.meaning.WalledPort;
import io.meshc.rules.osm.OsmAdmission;
import io.meshc.rules.osm.egress.IgnoredEgressCondition;
import io.meshc.rules.osm.egress.OpenEgress;
import io.meshc.rules.osm.egress.UnknownEgressProtocol;
import io.meshc.rules.osm.egress.VoidEgress;
import io.meshc.rules.osm.egress.WildEgressHost;
import io.meshc.rules.osm.ingress.IngressElsewhere;
import io.meshc.rules.osm.ingress.OpenIngress;
import io.meshc.rules.osm.ingress.SourceWithoutEndpoints;
import io.meshc.rules.osm.ingress.UncheckedIngressClient;
import io.meshc.rules.osm.ingress.UnknownIngressPort;
import io.meshc.rules.osm.setting.IgnoredMeshConfig;
import io.meshc.rules.osm.setting.IneffectiveTrafficSetting;
import io.meshc.rules.osm.setting.PortPastProxy;
import io.meshc.rules.osm.setting.RetrySwitchedOff;
import io.meshc.rules.osm.setting.SettingOfSplitRoot;
import io.meshc.rules.osm.setting.ShadowedRetry;
import io.meshc.rules.osm.setting.TelemetryElsewhere;
import io.meshc.rules.osm.setting.UnknownMeshObject;
import io.meshc.rules.osm.setting.ZeroBound;
import io.meshc.rules.portability.AmbiguousPathRegex;
import io.meshc.rules.portability.ImplicitNamespace;
import io.meshc.rules.portability.NotModelled;
import io.meshc.rules.portability.PortLost;
import io.meshc.rules.portability.QualifiedService;
import io.meshc.rules.portability.SpiffeWithoutScheme;
import io.meshc.rules.portability.SplitMatchesIgnored;
import io.meshc.rules.portability.SubjectGroup;
import io.meshc.rules.portability.VersionMismatch;
import io.meshc.rules.portability.VersionNotServed;
import io.meshc.rules.portability.WeightDigits;
import io.meshc.rules.reference.IdleAccount;
import io.meshc.rules.reference.UnknownAccount;
import io.meshc.rules.reference.UnknownMatch;
import io.meshc.rules.reference.UnknownPort;
import io.meshc.rules.reference.UnknownRouteGroup;
import io.meshc.rules.reference.UnknownService;
import io.meshc.rules.reference.cluster.UnknownCluster;
import io.meshc.rules.security.AllPortsGranted;
import io.meshc.rules.security.DefaultAccount;
import io.meshc.rules.security.EmptySources;
import io.meshc.rules.security.ForeignDestination;
import io.meshc.rules.security.MatchWithoutConditions;
import io.meshc.rules.security.MatchesOfTcpRule;
import io.meshc.rules.security.PermissiveMode;
import io.meshc.rules.security.RawTcpGranted;
import io.meshc.rules.security.SharedAccount;
import io.meshc.rules.security.UncheckedTcpPort;
import io.meshc.rules.security.UnenforcedTarget;
import io.meshc.rules.security.UnguardedDestination;
import io.meshc.rules.security.UnstatedMode;
import io.meshc.rules.traffic.BackendWithoutPort;
import io.meshc.rules.traffic.CanarySplitConflict;
import io.meshc.rules.traffic.DuplicateBackend;
import io.meshc.rules.traffic.EmptyRules;
import io.meshc.rules.traffic.NestedSplit;
import io.meshc.rules.traffic.OverlappingMatches;
import io.meshc.rules.traffic.ProbeWithoutPort;
import io.meshc.rules.traffic.RuleWithoutMatches;
import io.meshc.rules.traffic.ServiceSelectsNothing;
import io.meshc.rules.traffic.ServiceTakenOver;
import io.meshc.rules.traffic.SourceOutsideMesh;
import io.meshc.rules.traffic.SplitConflict;
import io.meshc.rules.traffic.SplitWithoutBackends;
import io.meshc.rules.traffic.SplitWithoutWeight;
import io.meshc.rules.traffic.StrayEndpoints;
import io.meshc.rules.traffic.TcpReadAsHttp;
import io.meshc.rules.traffic.UndeclaredTargetPort;
import io.meshc.rules.traffic.UnmonitoredNamespace;
import io.meshc.rules.traffic.UnreachableBackend;
import io.meshc.rules.traffic.UnreachableRoot;
import io.meshc.rules.traffic.cluster.DifferingService;
import io.meshc.rules.traffic.cluster.SilentNetworkGateway;
import io.meshc.validate.rule.Rule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every rule that comes with meshc, by id. The one list: a rule that is not in here does not run.
public final class Catalog {
  private Catalog() {}

  private static final List<Rule> OF_ANY_INPUT =
      List.of(
          new NotYaml(),
          new NotText(),
          new NotAnObject(),
          new UnknownField(),
          new MissingField(),
          new InvalidValue(),
          new InvalidRegex(),
          new DuplicateKey(),
          new UnknownKind(),
          new DuplicateObject(),
          new UnreadableFile(),
          new DuplicateMatch(),
          new OtherVersionField(),
          new DuplicateHeader(),
          new PathWithoutSlash(),
          new QueryInPath(),
          new GlobInPath(),
          new SelectorMismatch(),
          new NullValue(),
          new UnlistedValue(),
          new OutOfRange(),
          new PatternMismatch(),
          new FormatMismatch(),
          new WrongLength(),
          new WrongCount(),
          new RepeatedItem(),
          new ConflictingFields(),
          new ViolatedRule(),
          new UncheckedRule(),
          new BrokenDefinition());

  private static final List<Rule> OF_THE_MESH =
      List.of(
          new EmptySources(),
          new ForeignDestination(),
          new UnguardedDestination(),
          new PermissiveMode(),
          new UnstatedMode(),
          new RawTcpGranted(),
          new DefaultAccount(),
          new SharedAccount(),
          new AllPortsGranted(),
          new UncheckedTcpPort(),
          new MatchesOfTcpRule(),
          new MatchWithoutConditions(),
          new UnenforcedTarget(),
          new EmptyAuthentication(),
          new SkippedServerPort(),
          new OverlappingServers(),
          new OpenIngress(),
          new UncheckedIngressClient(),
          new IngressElsewhere(),
          new PortPastProxy(),
          new OpenEgress(),
          new IgnoredEgressCondition(),
          new SplitConflict(),
          new SplitWithoutWeight(),
          new UnreachableBackend(),
          new BackendWithoutPort(),
          new ServiceSelectsNothing(),
          new NestedSplit(),
          new EmptyRules(),
          new RuleWithoutMatches(),
          new OverlappingMatches(),
          new DuplicateBackend(),
          new SplitWithoutBackends(),
          new UnreachableRoot(),
          new SourceOutsideMesh(),
          new TcpReadAsHttp(),
          new UnmonitoredNamespace(),
          new StrayEndpoints(),
          new ProbeWithoutPort(),
          new UndeclaredTargetPort(),
          new CanarySplitConflict(),
          new ServiceTakenOver(),
          new ServerWithoutClients(),
          new UnservedProbe(),
          new RouteWithoutClients(),
          new UnreadRouteKind(),
          new RouteShadowedByProfile(),
          new RouteOnOpaquePort(),
          new OpaqueByAppProtocol(),
          new InertMeshRoute(),
          new UnusedEgressNetwork(),
          new WalledPort(),
          new ImplicitClusterNetworks(),
          new RetriedWrite(),
          new UnseenSplit(),
          new VoidEgress(),
          new UnknownEgressProtocol(),
          new IneffectiveTrafficSetting(),
          new WildEgressHost(),
          new RetrySwitchedOff(),
          new ShadowedRetry(),
          new SourceWithoutEndpoints(),
          new UnknownIngressPort(),
          new ZeroBound(),
          new SettingOfSplitRoot(),
          new TelemetryElsewhere(),
          new IgnoredMeshConfig(),
          new SilentNetworkGateway(),
          new DifferingService(),
          new UnknownService(),
          new UnknownRouteGroup(),
          new UnknownMatch(),
          new UnknownAccount(),
          new IdleAccount(),
          new UnknownPort(),
          new MissingAuthentication(),
          new MissingPolicyTarget(),
          new UnattachedServerRoute());

  private static final List<Rule> OF_PORTING_AND_ORDER =
      List.of(
          new UnknownMeshObject(),
          new UnknownCluster(),
          new AmbiguousPathRegex(),
          new NotModelled(),
          new ImplicitNamespace(),
          new SplitMatchesIgnored(),
          new VersionNotServed(),
          new VersionMismatch(),
          new PortLost(),
          new SubjectGroup(),
          new QualifiedService(),
          new SpiffeWithoutScheme(),
          new WeightDigits(),
          new DeprecatedPolicyVersion(),
          new CoreGroup(),
          new ConsumerBesideProducer(),
          new UnusedMatch(),
          new UnusedSuppression(),
          new RepeatedObject(),
          new TemplatedSkipped(),
          new RepeatedEntry(),
          new RedundantMethod(),
          new NamelessMatch());

  /// Every rule. Put together when somebody looks into it, which most runs do not.
  public static final List<Rule> ALL =
      new AbstractList<>() {
        @Override
        public Rule get(int index) {
          return Whole.RULES.get(index);
        }

        @Override
        public int size() {
          return Whole.RULES.size();
        }
      };

  private static final class Whole {
    static final List<Rule> RULES = of(true, true);
  }

  /// Those that may find something. Rules on the objects of a project that an input does not name are not made at all: a start
  /// pays for each of them (decision 0009).
  public static List<Rule> about(List<Document> documents) {
    boolean gateway = false;
    boolean linkerd = false;
    for (int i = 0; i < documents.size() && !(gateway && linkerd); i++) {
      Document it = documents.get(i);
      String api = apiVersion(it);
      gateway |= api.startsWith("gateway.networking.");
      // its annotations stand on objects of Kubernetes, and its group in references
      boolean next = i == 0 || documents.get(i - 1).file() != it.file();
      linkerd |= api.contains("linkerd.io") || next && it.file().text().contains("linkerd.io");
    }
    return gateway && linkerd ? ALL : of(gateway, linkerd);
  }

  private static String apiVersion(Document document) {
    return document.root().get("apiVersion").orElse(document.root()) instanceof Node.Scalar it
        ? it.text()
        : "";
  }

  /// What a rule is called and how much it weighs; empty for an id of none.
  public static Optional<RuleCard> card(String id) {
    Optional<RuleCard> found = card(id, of(false, false));
    return found.isPresent() ? found : card(id, ALL);
  }

  private static Optional<RuleCard> card(String id, List<Rule> among) {
    for (Rule it : among) {
      RuleCard card = it.card();
      if (card.id().equals(id)) {
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  /// A plain loop: it runs at every start (decision 0009).
  private static List<Rule> of(boolean gateway, boolean linkerd) {
    var all = new ArrayList<Rule>(OF_ANY_INPUT);
    all.addAll(Admission.ALL);
    if (gateway) {
      all.addAll(GatewayAdmission.ALL);
    }
    if (linkerd) {
      all.addAll(LinkerdAdmission.ALL);
    }
    all.addAll(OsmAdmission.ALL);
    all.addAll(OF_THE_MESH);
    if (gateway || linkerd) {
      all.addAll(Conditions.ALL);
    }
    all.addAll(OF_PORTING_AND_ORDER);
    return all;
  }
}
