package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.EndpointsObject.Endpoint;
import io.meshc.source.At;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Document → [EndpointsObject]. Both kinds say the same in two shapes: Endpoints in subsets of addresses and ports, an
/// EndpointSlice with one list of each.
///
/// Source: kubernetes.io, "Endpoints v1", "EndpointSlice v1" (API reference).
public final class ParseEndpoints {
  private static final String SERVICE = "kubernetes.io/service-name";
  private static final Set<String> FAMILIES = Set.of("IPv4", "IPv6", "FQDN");

  private final Meta meta;
  private final List<Problem> problems;
  private final List<Endpoint> endpoints = new ArrayList<>();

  private ParseEndpoints(Meta meta, List<Problem> problems) {
    this.meta = meta;
    this.problems = problems;
  }

  public static Outcome<EndpointsObject> parse(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    var parse = new ParseEndpoints(header.meta(top, defaultNamespace, problems), problems);
    EndpointsObject read =
        header.kind().equals("Endpoints") ? parse.endpoints(top) : parse.slice(top);
    top.done();
    return new Outcome<>(read, problems);
  }

  private EndpointsObject endpoints(Fields top) {
    for (Fields subset : top.objects("subsets")) {
      Map<String, Integer> ports = ports(subset, false);
      subset.objects("addresses").forEach(it -> address(it, true, ports));
      subset.objects("notReadyAddresses").forEach(it -> address(it, false, ports));
      subset.done();
    }
    return new EndpointsObject(meta, Optional.of(At.of(meta.name(), meta.origin())), endpoints);
  }

  private void address(Fields address, boolean ready, Map<String, Integer> ports) {
    Optional<At<String>> ip = address.required("ip", address::string).filter(this::isIp);
    Optional<ResourceId> pod = pod(address);
    // Where it runs and what DNS calls it: nothing of who may call it.
    address.ignore("hostname", "nodeName").done();
    ip.ifPresent(it -> endpoints.add(new Endpoint(it, ready, pod, ports)));
  }

  private EndpointsObject slice(Fields top) {
    Optional<At<String>> family = top.required("addressType", top::string);
    family
        .filter(it -> !FAMILIES.contains(it.value()))
        .ifPresent(it ->
            invalid(it, "`" + it.value() + "` is no address type", "it is IPv4, IPv6 or FQDN"));
    boolean numbers = family.map(it -> !it.value().equals("FQDN")).orElse(true);
    Map<String, Integer> ports = ports(top, true);
    for (Fields it : top.objects("endpoints")) {
      boolean ready = it.object("conditions").map(ParseEndpoints::isReady).orElse(true);
      Optional<ResourceId> pod = pod(it);
      it.required("addresses", field -> Optional.of(it.strings(field))).stream()
          .flatMap(List::stream)
          .filter(address -> !numbers || isIp(address))
          .forEach(address -> endpoints.add(new Endpoint(address, ready, pod, ports)));
      // Where it runs, and from where it is called first: nothing of who may call it.
      it.ignore("hostname", "nodeName", "zone", "hints", "deprecatedTopology", "topology").done();
    }
    return new EndpointsObject(meta, Optional.ofNullable(meta.labels().get(SERVICE)), endpoints);
  }

  /// "A nil value should be interpreted as true." (EndpointConditions)
  private static boolean isReady(Fields conditions) {
    boolean ready = conditions.bool("ready").map(At::value).orElse(true);
    conditions.ignore("serving", "terminating").done();
    return ready;
  }

  /// "If nil, all ports": only of an EndpointSlice, where a port without a number is any.
  private Map<String, Integer> ports(Fields of, boolean mayBeAny) {
    var ports = new HashMap<String, Integer>();
    for (Fields port : of.objects("ports")) {
      Optional<At<Integer>> number =
          (mayBeAny ? port.integer("port") : port.required("port", port::integer))
              .filter(it -> PortName.isPort(it, problems));
      boolean any = mayBeAny && !port.has("port");
      String name = port.string("name").map(At::value).orElse("");
      boolean tcp = port.string("protocol").map(it -> it.value().equals("TCP")).orElse(true);
      // Proxies go by the `appProtocol` of the Service.
      port.ignore("appProtocol").done();
      if (tcp && (any || number.isPresent())) {
        ports.put(name, number.map(At::value).orElse(0));
      }
    }
    return ports;
  }

  private Optional<ResourceId> pod(Fields endpoint) {
    Optional<Fields> target = endpoint.object("targetRef");
    target.ifPresent(Fields::ignoreRest);
    return target
        .filter(it -> it.string("kind").map(At::value).filter("Pod"::equals).isPresent())
        .flatMap(it ->
            it.string("name")
                .map(name ->
                    new ResourceId(
                        "",
                        "Pod",
                        it.string("namespace").map(At::value).orElse(meta.namespace()),
                        name.value())));
  }

  private boolean isIp(At<String> address) {
    boolean ip = IpAddress.is(address.value());
    if (!ip) {
      invalid(
          address,
          "`" + address.value() + "` is no IP address",
          "a name stands in a Service of type ExternalName");
    }
    return ip;
  }

  private void invalid(At<String> where, String message, String help) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, where.origin(), message, help));
  }
}
