package io.meshc.dialect.linkerd.traffic;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.Address;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.MeshTls;
import io.meshc.dialect.linkerd.traffic.ExternalWorkload.Port;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of an ExternalWorkload → record.
public final class ParseExternalWorkload {
  private ParseExternalWorkload() {}

  public static ExternalWorkload parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    String tls = meta.version().equals("v1alpha1") ? "meshTls" : "meshTLS";
    var meshTls = spec.required(tls, spec::object).map(ParseExternalWorkload::meshTls);
    var ports = spec.objects("ports").stream().map(ParseExternalWorkload::port).toList();
    var ips = spec.objects("workloadIPs").stream().map(ParseExternalWorkload::address).toList();
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new ExternalWorkload(meta, meshTls, ports, ips, legible, spec.origin());
    spec.done();
    return result;
  }

  private static MeshTls meshTls(Fields fields) {
    var result =
        new MeshTls(
            fields.required("identity", fields::string),
            fields.required("serverName", fields::string),
            fields.origin());
    fields.done();
    return result;
  }

  private static Port port(Fields fields) {
    var result =
        new Port(
            fields.string("name"),
            fields.required("port", fields::integer),
            fields.string("protocol"),
            fields.origin());
    fields.done();
    return result;
  }

  private static Address address(Fields fields) {
    var result = new Address(fields.string("ip"), fields.origin());
    fields.done();
    return result;
  }
}
