package io.meshc.dialect.istio.routing;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.ReadStringMatch;
import io.meshc.dialect.istio.routing.VirtualService.Destination;
import io.meshc.dialect.istio.routing.VirtualService.HttpMatch;
import io.meshc.dialect.istio.routing.VirtualService.HttpRoute;
import io.meshc.dialect.istio.routing.VirtualService.TcpMatch;
import io.meshc.dialect.istio.routing.VirtualService.TcpRoute;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `spec` of a VirtualService → record.
public final class ParseVirtualService {
  private ParseVirtualService() {}

  public static VirtualService parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.required("spec", top::object);
    if (spec.isEmpty()) {
      return new VirtualService(meta, List.of(), List.of(), List.of(), List.of(), List.of());
    }
    Fields fields = spec.get();
    var result =
        new VirtualService(
            meta,
            fields.strings("hosts"),
            fields.strings("gateways"),
            fields.objects("http").stream().map(it -> http(it, problems)).toList(),
            fields.objects("tcp").stream().map(it -> tcp(it, problems)).toList(),
            Gap.in(fields, problems, "tls", "exportTo"));
    fields.done();
    return result;
  }

  private static HttpRoute http(Fields fields, List<Problem> problems) {
    var gaps =
        new ArrayList<>(
            Gap.in(
                fields,
                problems,
                "redirect",
                "directResponse",
                "delegate",
                "rewrite",
                "fault",
                "headers",
                "corsPolicy"));
    Gap.harmless(
        fields,
        problems,
        "timeout",
        "mirror",
        "mirrors",
        "mirrorPercent",
        "mirrorPercentage",
        "mirror_percent");
    var result =
        new HttpRoute(
            fields.string("name"),
            fields.objects("match").stream().map(it -> httpMatch(it, problems)).toList(),
            destinations(fields, gaps, problems),
            fields.object("retries").flatMap(it -> attempts(it, problems)),
            gaps,
            fields.origin());
    fields.done();
    return result;
  }

  private static Optional<At<Integer>> attempts(Fields fields, List<Problem> problems) {
    Gap.harmless(
        fields,
        problems,
        "perTryTimeout",
        "retryOn",
        "retryRemoteLocalities",
        "retryIgnorePreviousHosts",
        "backoff");
    Optional<At<Integer>> attempts = fields.integer("attempts");
    fields.done();
    return attempts;
  }

  private static HttpMatch httpMatch(Fields fields, List<Problem> problems) {
    var result =
        new HttpMatch(
            fields.string("name"),
            ReadStringMatch.of(fields, "uri", problems),
            fields.bool("ignoreUriCase").map(At::value).orElse(false),
            ReadStringMatch.of(fields, "method", problems),
            ReadStringMatch.of(fields, "authority", problems),
            ReadStringMatch.map(fields, "headers", problems),
            ReadStringMatch.map(fields, "withoutHeaders", problems),
            fields.integer("port"),
            Gap.in(
                fields,
                problems,
                "scheme",
                "queryParams",
                "sourceLabels",
                "sourceNamespace",
                "gateways"),
            fields.origin());
    fields.ignore("statPrefix").done();
    return result;
  }

  private static TcpRoute tcp(Fields fields, List<Problem> problems) {
    var gaps = new ArrayList<Gap>();
    List<TcpMatch> match =
        fields.objects("match").stream().map(it -> tcpMatch(it, problems)).toList();
    List<Destination> route = destinations(fields, gaps, problems);
    fields.done();
    return new TcpRoute(match, route, gaps, fields.origin());
  }

  private static TcpMatch tcpMatch(Fields fields, List<Problem> problems) {
    var result =
        new TcpMatch(
            fields.integer("port"),
            Gap.in(
                fields,
                problems,
                "destinationSubnets",
                "sourceSubnet",
                "sourceLabels",
                "gateways",
                "sourceNamespace"),
            fields.origin());
    fields.done();
    return result;
  }

  private static List<Destination> destinations(
      Fields route, List<Gap> gaps, List<Problem> problems) {
    var result = new ArrayList<Destination>();
    for (Fields fields : route.objects("route")) {
      gaps.addAll(Gap.in(fields, problems, "headers"));
      Optional<Fields> target = fields.required("destination", fields::object);
      Optional<At<Integer>> weight = fields.integer("weight");
      fields.done();
      if (target.isEmpty()) {
        continue;
      }
      Fields destination = target.get();
      gaps.addAll(Gap.in(destination, problems, "subset"));
      Optional<At<Integer>> port = destination.object("port").flatMap(it -> number(it));
      destination
          .required("host", destination::string)
          .ifPresent(it -> result.add(new Destination(it, port, weight, destination.origin())));
      destination.done();
    }
    return result;
  }

  private static Optional<At<Integer>> number(Fields port) {
    Optional<At<Integer>> number = port.required("number", port::integer);
    port.done();
    return number;
  }
}
