package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Document → Service.
///
/// Source: kubernetes.io, "Service v1" (API reference); what the API server refuses is a problem.
public final class ParseService {
  private static final Set<String> TYPES =
      Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
  private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");

  /// Fields that say how requests come in from outside of the cluster, which of several equal endpoints takes one, or which
  /// address the name has. None of them changes which workloads a client inside of it may reach.
  private static final String[] ELSEWHERE = {
    "allocateLoadBalancerNodePorts",
    "clusterIPs",
    "externalIPs",
    "externalTrafficPolicy",
    "healthCheckNodePort",
    "internalTrafficPolicy",
    "ipFamilies",
    "ipFamily",
    "ipFamilyPolicy",
    "loadBalancerClass",
    "loadBalancerIP",
    "loadBalancerSourceRanges",
    "sessionAffinity",
    "sessionAffinityConfig",
    "topologyKeys",
    "trafficDistribution"
  };

  private final List<Problem> problems = new ArrayList<>();

  private ParseService() {}

  public static Outcome<ServiceObject> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseService();
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    ServiceObject service =
        top.required("spec", top::object)
            .map(spec -> parse.service(meta, spec))
            .orElseGet(() -> ServiceObject.empty(meta));
    top.done();
    return new Outcome<>(service, parse.problems);
  }

  private ServiceObject service(Meta meta, Fields spec) {
    var ports = new ArrayList<ServiceObject.Port>();
    for (Fields port : spec.objects("ports")) {
      port(port).ifPresent(ports::add);
    }
    var service =
        new ServiceObject(
            meta,
            spec.string("type"),
            spec.string("clusterIP"),
            spec.string("externalName"),
            spec.bool("publishNotReadyAddresses").map(At::value).orElse(false),
            spec.stringMap("selector"),
            ports);
    spec.ignore(ELSEWHERE).done();
    type(service, spec);
    if (!service.isExternalName() && !service.isHeadless() && !spec.has("ports")) {
      missing(spec.origin(), "field `spec.ports` is missing");
    }
    names(service.ports());
    return service;
  }

  private void type(ServiceObject service, Fields spec) {
    service
        .type()
        .filter(it -> !TYPES.contains(it.value()))
        .ifPresent(it -> invalid(it.origin(), "`" + it.value() + "` is no type of Service", ""));
    if (service.isExternalName() && service.externalName().isEmpty()) {
      missing(spec.origin(), "field `spec.externalName` is missing");
    }
    if (service.isHeadless()
        && service.type().filter(it -> !it.value().equals("ClusterIP")).isPresent()) {
      Origin where = service.clusterIp().map(At::origin).orElse(spec.origin());
      invalid(where, "only a Service of type `ClusterIP` may be headless", "");
    }
  }

  private Optional<ServiceObject.Port> port(Fields port) {
    Optional<At<Integer>> number =
        port.required("port", port::integer).filter(it -> PortName.isPort(it, problems));
    Optional<At<String>> name = port.string("name");
    Optional<At<String>> protocol = port.string("protocol");
    protocol
        .filter(it -> !PROTOCOLS.contains(it.value()))
        .ifPresent(it ->
            invalid(it.origin(), "`" + it.value() + "` is no protocol", "it is TCP, UDP or SCTP"));
    Optional<At<String>> appProtocol = port.string("appProtocol");
    Optional<At<PortName>> target = PortName.read(port, "targetPort", problems);
    // Where nodes listen for it, for clients outside of the cluster.
    port.ignore("nodePort").done();
    return number.map(
        it -> new ServiceObject.Port(it, name, protocol, appProtocol, target, port.origin("port")));
  }

  /// "When there is more than one port, all of them must have names", each once; and a number once for each protocol.
  private void names(List<ServiceObject.Port> ports) {
    var names = new HashSet<String>();
    var numbers = new HashSet<String>();
    for (ServiceObject.Port it : ports) {
      if (ports.size() > 1 && it.name().isEmpty()) {
        missing(it.origin(), "a port of several has no name");
      }
      it.name()
          .filter(name -> !names.add(name.value()))
          .ifPresent(name ->
              invalid(name.origin(), "the port name `" + name.value() + "` is there twice", ""));
      String protocol = it.protocol().map(At::value).orElse("TCP");
      if (!numbers.add(protocol + it.number().value())) {
        invalid(it.origin(), protocol + " port " + it.number().value() + " is there twice", "");
      }
    }
  }

  private void missing(Origin where, String message) {
    problems.add(new Problem(Problem.Kind.MISSING_FIELD, where, message, ""));
  }

  private void invalid(Origin where, String message, String help) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, where, message, help));
  }
}
