package io.meshc.dialect.istio.registry;

import io.meshc.dialect.Branch;
import io.meshc.dialect.istio.registry.WorkloadGroup.Exec;
import io.meshc.dialect.istio.registry.WorkloadGroup.Grpc;
import io.meshc.dialect.istio.registry.WorkloadGroup.HttpGet;
import io.meshc.dialect.istio.registry.WorkloadGroup.HttpHeader;
import io.meshc.dialect.istio.registry.WorkloadGroup.Metadata;
import io.meshc.dialect.istio.registry.WorkloadGroup.Probe;
import io.meshc.dialect.istio.registry.WorkloadGroup.TcpSocket;
import io.meshc.yaml.Node;

/// WorkloadGroup → node, in version v1.
public final class RenderWorkloadGroup {
  private RenderWorkloadGroup() {}

  public static Node.Mapping render(WorkloadGroup it) {
    Node.Mapping spec =
        new Branch()
            .object("metadata", it.metadata(), RenderWorkloadGroup::metadata)
            .object("template", it.template(), RenderEndpoint::render)
            .object("probe", it.probe(), RenderWorkloadGroup::probe)
            .node();
    return Branch.object("networking.istio.io/v1", it.meta(), spec);
  }

  private static Node.Mapping metadata(Metadata it) {
    return new Branch().texts("labels", it.labels()).texts("annotations", it.annotations()).node();
  }

  private static Node.Mapping probe(Probe it) {
    return new Branch()
        .number("initialDelaySeconds", it.initialDelaySeconds())
        .number("timeoutSeconds", it.timeoutSeconds())
        .number("periodSeconds", it.periodSeconds())
        .number("successThreshold", it.successThreshold())
        .number("failureThreshold", it.failureThreshold())
        .object("httpGet", it.httpGet(), RenderWorkloadGroup::httpGet)
        .object("tcpSocket", it.tcpSocket(), RenderWorkloadGroup::tcpSocket)
        .object("exec", it.exec(), RenderWorkloadGroup::exec)
        .object("grpc", it.grpc(), RenderWorkloadGroup::grpc)
        .node();
  }

  private static Node.Mapping httpGet(HttpGet it) {
    return new Branch()
        .text("path", it.path())
        .number("port", it.port())
        .text("host", it.host())
        .text("scheme", it.scheme())
        .objects("httpHeaders", it.httpHeaders(), RenderWorkloadGroup::httpHeader)
        .node();
  }

  private static Node.Mapping httpHeader(HttpHeader it) {
    return new Branch().text("name", it.name()).text("value", it.value()).node();
  }

  private static Node.Mapping tcpSocket(TcpSocket it) {
    return new Branch().text("host", it.host()).number("port", it.port()).node();
  }

  private static Node.Mapping exec(Exec it) {
    return new Branch().texts("command", it.command()).node();
  }

  private static Node.Mapping grpc(Grpc it) {
    return new Branch().number("port", it.port()).text("service", it.service()).node();
  }
}
