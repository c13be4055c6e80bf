package io.meshc.dialect.mcs;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Nodes → records.
public final class ParseMcs {
  private static final Set<String> TYPES = Set.of("ClusterSetIP", "Headless");

  private ParseMcs() {}

  public static ServiceExport export(Fields top, Meta meta) {
    Optional<Fields> spec = top.object("spec");
    var export =
        new ServiceExport(
            meta,
            spec.map(it -> it.stringMap("exportedLabels")).orElse(Map.of()),
            spec.map(it -> it.stringMap("exportedAnnotations")).orElse(Map.of()));
    spec.ifPresent(Fields::done);
    return export;
  }

  public static ServiceImport imported(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    Optional<At<String>> type = spec.required("type", spec::string);
    type.filter(it -> !TYPES.contains(it.value()))
        .ifPresent(it ->
            problems.add(
                new Problem(
                    Problem.Kind.INVALID_VALUE,
                    it.origin(),
                    "`" + it.value() + "` is no type of ServiceImport",
                    "it is ClusterSetIP or Headless")));
    List<At<String>> ips = spec.strings("ips");
    int most = meta.version().equals("v1alpha1") ? 1 : 2;
    if (ips.size() > most) {
      problems.add(
          new Problem(
              Problem.Kind.WRONG_COUNT,
              spec.origin("ips"),
              "`spec.ips` has " + ips.size() + " items, and there may be " + most,
              ""));
    }
    var ports = new ArrayList<ServiceImport.Port>();
    for (Fields port : spec.objects("ports")) {
      port(port).ifPresent(ports::add);
    }
    var imported =
        new ServiceImport(
            meta, type, ips, ports, spec.string("sessionAffinity"), affinity(spec), List.of());
    // Which of several equal endpoints takes a request.
    spec.ignore("ipFamilies", "internalTrafficPolicy", "trafficDistribution").done();
    return imported;
  }

  private static Optional<At<Long>> affinity(Fields spec) {
    Optional<Fields> config = spec.object("sessionAffinityConfig");
    Optional<Fields> ip = config.flatMap(it -> it.object("clientIP"));
    Optional<At<Long>> seconds = ip.flatMap(it -> it.whole("timeoutSeconds"));
    ip.ifPresent(Fields::done);
    config.ifPresent(Fields::done);
    return seconds;
  }

  private static Optional<ServiceImport.Port> port(Fields port) {
    var name = port.string("name");
    var protocol = port.string("protocol");
    var appProtocol = port.string("appProtocol");
    var number = port.required("port", port::integer);
    port.done();
    return number.map(it -> new ServiceImport.Port(name, protocol, appProtocol, it, port.origin()));
  }
}
