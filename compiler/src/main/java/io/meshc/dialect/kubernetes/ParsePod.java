package io.meshc.dialect.kubernetes;

import io.meshc.diag.Problem;
import io.meshc.dialect.kubernetes.PodTemplate.Container;
import io.meshc.dialect.kubernetes.PodTemplate.Port;
import io.meshc.dialect.kubernetes.PodTemplate.Probe;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `spec` of a Pod → [PodTemplate].
final class ParsePod {
  private static final List<String> PROBES = List.of("liveness", "readiness", "startup");

  private ParsePod() {}

  static PodTemplate parse(
      Map<String, At<String>> labels,
      Map<String, At<String>> annotations,
      Fields spec,
      List<Problem> problems) {
    var containers = new ArrayList<Container>();
    // "restartPolicy: Always" makes a sidecar of an init container (kubernetes.io, "Sidecar
    // Containers").
    for (Fields it : spec.objects("initContainers")) {
      boolean sidecar =
          it.string("restartPolicy").map(At::value).filter("Always"::equals).isPresent();
      containers.add(container(it, sidecar, problems));
    }
    spec.objects("containers").forEach(it -> containers.add(container(it, true, problems)));
    // `serviceAccount` is the deprecated spelling; the server copies one into the other.
    Optional<At<String>> account =
        spec.string("serviceAccountName").or(() -> spec.string("serviceAccount"));
    var pod =
        new PodTemplate(
            labels,
            annotations,
            account,
            spec.bool("hostNetwork"),
            spec.bool("automountServiceAccountToken"),
            containers,
            spec.origin());
    spec.ignoreRest();
    return pod;
  }

  private static Container container(Fields fields, boolean runs, List<Problem> problems) {
    String name = fields.string("name").map(At::value).orElse("");
    var ports = new ArrayList<Port>();
    for (Fields port : fields.objects("ports")) {
      port(port, problems).ifPresent(ports::add);
    }
    var probes = new ArrayList<Probe>();
    for (String kind : PROBES) {
      fields
          .object(kind + "Probe")
          .flatMap(probe -> probe(kind, probe, problems))
          .ifPresent(probes::add);
    }
    fields.ignoreRest();
    return new Container(name, runs, ports, probes, fields.origin());
  }

  private static Optional<Port> port(Fields port, List<Problem> problems) {
    Optional<At<Integer>> number =
        port.required("containerPort", port::integer).filter(it -> PortName.isPort(it, problems));
    String name = port.string("name").map(At::value).orElse("");
    Optional<At<String>> protocol = port.string("protocol");
    port.ignoreRest();
    return number.map(it -> new Port(name, it, protocol));
  }

  /// Empty for a probe that sends nothing over the network.
  private static Optional<Probe> probe(String kind, Fields probe, List<Problem> problems) {
    probe.ignoreRest();
    Optional<Fields> http = probe.object("httpGet");
    if (http.isPresent()) {
      String path = http.get().string("path").map(At::value).orElse("/");
      return PortName.read(http.get(), "port", problems).map(it -> new Probe(kind, it, path));
    }
    return probe
        .object("tcpSocket")
        .or(() -> probe.object("grpc"))
        .flatMap(it -> PortName.read(it, "port", problems))
        .map(it -> new Probe(kind, it, ""));
  }
}
