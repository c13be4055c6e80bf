package io.meshc.dialect.istio.registry;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.registry.WorkloadGroup.Exec;
import io.meshc.dialect.istio.registry.WorkloadGroup.Grpc;
import io.meshc.dialect.istio.registry.WorkloadGroup.HttpGet;
import io.meshc.dialect.istio.registry.WorkloadGroup.HttpHeader;
import io.meshc.dialect.istio.registry.WorkloadGroup.Metadata;
import io.meshc.dialect.istio.registry.WorkloadGroup.Probe;
import io.meshc.dialect.istio.registry.WorkloadGroup.TcpSocket;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a WorkloadGroup → record.
public final class ParseWorkloadGroup {
  private ParseWorkloadGroup() {}

  public static WorkloadGroup parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var result =
        new WorkloadGroup(
            meta,
            spec.object("metadata").map(ParseWorkloadGroup::metadata),
            spec.object("template").map(ReadEndpoint::read),
            spec.object("probe").map(ParseWorkloadGroup::probe),
            spec.origin());
    spec.done();
    return result;
  }

  private static Metadata metadata(Fields fields) {
    var result =
        new Metadata(fields.stringMap("labels"), fields.stringMap("annotations"), fields.origin());
    fields.done();
    return result;
  }

  private static Probe probe(Fields fields) {
    var result =
        new Probe(
            fields.whole("initialDelaySeconds"),
            fields.whole("timeoutSeconds"),
            fields.whole("periodSeconds"),
            fields.whole("successThreshold"),
            fields.whole("failureThreshold"),
            fields.object("httpGet").map(ParseWorkloadGroup::httpGet),
            fields.object("tcpSocket").map(ParseWorkloadGroup::tcpSocket),
            fields.object("exec").map(ParseWorkloadGroup::exec),
            fields.object("grpc").map(ParseWorkloadGroup::grpc),
            fields.origin());
    fields.done();
    return result;
  }

  private static HttpGet httpGet(Fields fields) {
    var result =
        new HttpGet(
            fields.string("path"),
            fields.whole("port"),
            fields.string("host"),
            fields.string("scheme"),
            fields.objects("httpHeaders").stream().map(ParseWorkloadGroup::httpHeader).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static HttpHeader httpHeader(Fields fields) {
    var result = new HttpHeader(fields.string("name"), fields.string("value"), fields.origin());
    fields.done();
    return result;
  }

  private static TcpSocket tcpSocket(Fields fields) {
    var result = new TcpSocket(fields.string("host"), fields.whole("port"), fields.origin());
    fields.done();
    return result;
  }

  private static Exec exec(Fields fields) {
    var result = new Exec(fields.strings("command"), fields.origin());
    fields.done();
    return result;
  }

  private static Grpc grpc(Fields fields) {
    var result = new Grpc(fields.whole("port"), fields.string("service"), fields.origin());
    fields.done();
    return result;
  }
}
