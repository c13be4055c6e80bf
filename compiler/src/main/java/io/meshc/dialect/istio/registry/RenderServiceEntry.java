package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.routing.RenderGateway;
import io.meshc.yaml.Node;

/// ServiceEntry → node, in version v1.
public final class RenderServiceEntry {
  private RenderServiceEntry() {}

  public static Node.Mapping render(ServiceEntry it) {
    Node.Mapping spec =
        new Branch()
            .texts("hosts", it.hosts())
            .texts("addresses", it.addresses())
            .objects("ports", it.ports(), RenderGateway::port)
            .text("location", it.location())
            .text("resolution", it.resolution())
            .objects("endpoints", it.endpoints(), RenderEndpoint::render)
            .object("workloadSelector", it.workloadSelector(), RenderWorkloadSelector::render)
            .texts("exportTo", it.exportTo())
            .texts("subjectAltNames", it.subjectAltNames())
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }
}
