package io.meshc.dialect.istio.registry;

import io.meshc.dialect.istio.Branch;
import io.meshc.dialect.istio.part.RenderIstioPort;
import io.meshc.dialect.istio.part.RenderWorkloadSelector;
import io.meshc.yaml.Node;

/// ServiceEntry → node, in version v1.
public final class RenderServiceEntry {
  private RenderServiceEntry() {}

  public static Node.Mapping render(ServiceEntry it) {
    Node.Mapping spec =
        new Branch()
            .texts("hosts", it.hosts())
            .texts("addresses", it.addresses())
            .list("ports", it.ports().stream().map(RenderIstioPort::render).toList())
            .text("location", it.location())
            .text("resolution", it.resolution())
            .list("endpoints", it.endpoints().stream().map(RenderEndpoint::render).toList())
            .map("workloadSelector", it.workloadSelector().map(RenderWorkloadSelector::render))
            .texts("exportTo", it.exportTo())
            .texts("subjectAltNames", it.subjectAltNames())
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }
}
