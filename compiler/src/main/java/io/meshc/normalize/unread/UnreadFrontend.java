package io.meshc.normalize.unread;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.kubernetes.HiddenObject;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.OtherObject;
import io.meshc.dialect.kubernetes.ParseOther;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.model.EgressPolicy;
import io.meshc.model.Extension;
import io.meshc.model.Extension.Touches;
import io.meshc.model.LoadBalancing;
import io.meshc.model.Membership;
import io.meshc.model.Plane;
import io.meshc.model.PlaneId;
import io.meshc.model.PortReading;
import io.meshc.model.Protocol;
import io.meshc.model.Scope;
import io.meshc.model.match.PathNormalization;
import io.meshc.normalize.Declarations;
import io.meshc.normalize.Declarations.Enrolment;
import io.meshc.normalize.Frontend;
import io.meshc.normalize.Ledger;
import io.meshc.normalize.Settings;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Objects of Istio, Linkerd and the Gateway API that this version does not read: never dropped in silence. Stands last in the
/// list, so it gets what the others leave.
public final class UnreadFrontend implements Frontend {
  private static final PlaneId PLANE = new PlaneId("unread");
  private static final PlaneId ISTIO = new PlaneId("istio");
  private static final PlaneId SMI = new PlaneId("smi");
  private static final PlaneId LINKERD = new PlaneId("linkerd");

  private static final Set<String> ISTIO_GROUPS =
      Set.of(
          "networking.istio.io", "security.istio.io", "telemetry.istio.io", "extensions.istio.io");

  private static final Set<String> OTHER_GROUPS =
      Set.of(
          "gateway.networking.k8s.io",
          "gateway.networking.x-k8s.io",
          "policy.linkerd.io",
          "linkerd.io",
          "workload.linkerd.io",
          "multicluster.linkerd.io");

  /// IstioOperator, which says how a control plane is installed.
  private static final String INSTALL = "install.istio.io";

  @Override
  public boolean reads(Header header) {
    return ISTIO_GROUPS.contains(header.group())
        || OTHER_GROUPS.contains(header.group())
        || header.group().equals(INSTALL);
  }

  @Override
  public Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings) {
    return unread(document, header, settings);
  }

  /// For a front end that reads some objects of a kind and leaves the others.
  public static Outcome<Optional<Resource>> unread(
      Document document, Header header, Settings settings) {
    String effect =
        header.group().equals(INSTALL)
            ? "the control plane is taken to have the defaults of Istio"
            : "decisions that it may touch are unknown";
    var problem =
        new Problem(
            Problem.Kind.NOT_MODELLED,
            header.kindOrigin(),
            "`" + header.kind() + "` is not read by this version: " + effect,
            "");
    Resource other = ParseOther.parse(document, header, settings.defaultNamespace());
    return new Outcome<>(Optional.of(other), List.of(problem));
  }

  @Override
  public Outcome<Declarations> normalize(Resources resources, Settings settings) {
    var ledger = new Ledger();
    boolean foreign = false;
    for (OtherObject it : resources.of(OtherObject.class)) {
      if (ISTIO_GROUPS.contains(it.meta().id().group())) {
        ofIstio(it, ledger);
      } else if (OTHER_GROUPS.contains(it.meta().id().group())) {
        foreign = true;
        // A route or a policy may be about any workload, whatever mesh it is in.
        for (PlaneId plane : List.of(PLANE, ISTIO, SMI, LINKERD)) {
          touch(it, plane, Touches.ANYTHING, ledger);
        }
      }
    }
    for (HiddenObject it : resources.of(HiddenObject.class)) {
      foreign |= hidden(it, ledger);
      if (it.isNamespace()) {
        namespaces(it, resources).forEach(name -> unclear(name, it, ledger));
      }
    }
    if (foreign) {
      unknownMesh(resources, ledger);
    }
    return Outcome.of(ledger.close());
  }

  /// What a template or ciphertext may say. @return whether it may enrol workloads in a mesh that nothing else shows
  private static boolean hidden(HiddenObject object, Ledger ledger) {
    ResourceId id = object.meta().id();
    ledger.exists(new ResourceId(id.group(), id.kind(), id.namespace(), id.name() + "#"));
    var other = new OtherObject(object.meta());
    String group = id.group();
    if (ISTIO_GROUPS.contains(group)) {
      ofIstio(other, ledger);
      return false;
    }
    if (group.endsWith(".smi-spec.io") || group.endsWith(".openservicemesh.io")) {
      touch(other, SMI, Touches.ANYTHING, ledger);
      touch(other, PLANE, Touches.ANYTHING, ledger);
      return true;
    }
    if (id.kind().equals("NetworkPolicy")) {
      touch(other, PlaneId.CLUSTER, Touches.MAY_DENY, ledger);
      return false;
    }
    if (OTHER_GROUPS.contains(group) || group.equals("flagger.app")) {
      for (PlaneId plane : List.of(PLANE, ISTIO, SMI, LINKERD)) {
        touch(other, plane, Touches.ANYTHING, ledger);
      }
      return true;
    }
    if (object.isWorkload()) {
      // Whoever runs as an account shows that it is there, but not here.
      ledger.exists(new ResourceId("", "ServiceAccount", id.namespace(), ""));
    }
    return false;
  }

  /// What a Namespace may be whose object is hidden: the one that it says, or any that no other object declares.
  private static Set<String> namespaces(HiddenObject object, Resources resources) {
    if (!object.meta().name().isEmpty()) {
      return Set.of(object.meta().name());
    }
    var names = new TreeSet<String>();
    resources.all().forEach(it -> names.add(it.meta().namespace()));
    resources.of(NamespaceObject.class).forEach(it -> names.remove(it.meta().name()));
    names.remove("");
    return names;
  }

  private static void unclear(String namespace, HiddenObject object, Ledger ledger) {
    String because =
        object.label()
            + " is "
            + object.why()
            + ": whether the workloads of namespace `"
            + namespace
            + "` are in a mesh is not known";
    ledger.add(
        new Enrolment(
            namespace, Optional.empty(), new Membership.Unclear(because, object.meta().origin())));
  }

  /// Telemetry and ProxyConfig decide nothing, and a Gateway only what comes in from outside.
  private static void ofIstio(OtherObject object, Ledger ledger) {
    switch (object.meta().id().kind()) {
      case "Telemetry", "ProxyConfig", "Gateway" -> {}
      case "RequestAuthentication" -> touch(object, ISTIO, Touches.MAY_DENY, ledger);
      case "ServiceEntry" ->
          ledger.add(
              new EgressPolicy(
                  object.meta().id(),
                  ISTIO,
                  new Scope.Everywhere(),
                  Plane.Egress.UNKNOWN,
                  object.meta().origin()));
      default -> touch(object, ISTIO, Touches.ANYTHING, ledger);
    }
  }

  private static void touch(OtherObject object, PlaneId plane, Touches touches, Ledger ledger) {
    ledger.add(
        new Extension(
            object.meta().id(),
            plane,
            new Scope.Everywhere(),
            "`" + object.meta().id().label() + "`, which is not read,",
            touches,
            object.meta().origin()));
  }

  /// Workloads that nothing else enrols may be in that mesh.
  private static void unknownMesh(Resources resources, Ledger ledger) {
    ledger.add(
        new Plane(
            PLANE,
            Plane.Posture.UNKNOWN,
            Plane.Denial.FORBIDDEN,
            Plane.Endpoints.ALL,
            PathNormalization.NONE,
            Plane.Egress.UNKNOWN,
            LoadBalancing.UNKNOWN,
            new PortReading(Map.of(), Map.of(), Map.of(), Protocol.SNIFFED),
            Origin.none()));
    var namespaces = new TreeSet<String>();
    resources.of(NamespaceObject.class).forEach(it -> namespaces.add(it.meta().name()));
    resources.of(WorkloadObject.class).forEach(it -> namespaces.add(it.meta().namespace()));
    namespaces.forEach(
        it -> ledger.add(new Enrolment(it, Optional.empty(), new Membership.Assumed(PLANE))));
  }
}
