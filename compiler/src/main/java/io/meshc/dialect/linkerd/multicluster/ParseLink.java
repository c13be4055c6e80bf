package io.meshc.dialect.linkerd.multicluster;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.LabelSelector;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// `spec` of a Link → record. What a version does not have is a field that it does not know.
public final class ParseLink {
  private ParseLink() {}

  public static Link parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    boolean federates = !meta.version().equals("v1alpha1");
    boolean excludes = federates && !meta.version().equals("v1alpha2");
    var link =
        new Link(
            meta,
            spec.string("targetClusterName"),
            spec.string("targetClusterDomain"),
            spec.string("targetClusterLinkerdNamespace"),
            spec.string("clusterCredentialsSecret"),
            spec.string("gatewayAddress"),
            spec.string("gatewayPort"),
            spec.string("gatewayIdentity"),
            spec.object("probeSpec").map(ParseLink::probe),
            spec.object("selector").map(ReadParts::selector),
            spec.object("remoteDiscoverySelector").map(ReadParts::selector),
            federates
                ? spec.object("federatedServiceSelector").map(ReadParts::selector)
                : Optional.<LabelSelector>empty(),
            excludes ? spec.strings("excludedAnnotations") : List.<At<String>>of(),
            excludes ? spec.strings("excludedLabels") : List.<At<String>>of(),
            ReadParts.isLegible(problems, since),
            spec.origin());
    spec.done();
    return link;
  }

  private static Link.Probe probe(Fields fields) {
    var probe =
        new Link.Probe(
            fields.string("failureThreshold"),
            fields.string("path"),
            fields.string("period"),
            fields.string("port"),
            fields.string("timeout"),
            fields.origin());
    fields.done();
    return probe;
  }
}
