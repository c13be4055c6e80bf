package io.meshc.validate.analysis.party;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.ServicePort;
import io.meshc.model.Workload;
import io.meshc.model.match.PathNormalization;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Questions → requests, as the first proxy on the way sees them.
public final class Requests {
  private Requests() {}

  /// @param proxy the plane of the first proxy; empty where there is none
  public static Request of(
      Question question, int port, Protocol protocol, Optional<Plane> proxy, Sender sender) {
    boolean http = protocol == Protocol.HTTP;
    String authority = question.authority().orElse(question.host() + ":" + port);
    var normalization = proxy.map(Plane::normalization).orElse(PathNormalization.NONE);
    return new Request(
            sender.identity(),
            port,
            0,
            protocol,
            http ? question.method() : "",
            http ? authority : "",
            http ? question.path() : "",
            "",
            http ? headers(question) : Map.of(),
            context(question, sender))
        .normalized(normalization);
  }

  /// Blanks around a value are none of it (RFC 9110).
  private static Map<String, List<String>> headers(Question question) {
    var headers = new HashMap<String, List<String>>();
    question
        .headers()
        .forEach((name, values) -> headers.put(name, values.stream().map(String::strip).toList()));
    return headers;
  }

  private static Context context(Question question, Sender sender) {
    Question.More more = question.more();
    return new Context(
        more.scheme().or(() -> Optional.of("http")),
        more.sni(),
        more.sourceIp(),
        remote(question),
        Optional.empty(),
        pod(sender),
        Context.MESH,
        Set.of());
  }

  /// A sidecar trusts the last address of `x-forwarded-for`, and without one the peer itself (measured).
  private static Optional<String> remote(Question question) {
    if (question.more().remoteIp().isPresent()) {
      return question.more().remoteIp();
    }
    return question.headers().entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase("x-forwarded-for"))
        .flatMap(it -> it.getValue().stream())
        .reduce((_, last) -> last)
        .map(it -> it.substring(it.lastIndexOf(',') + 1).strip())
        .or(question.more()::sourceIp);
  }

  private static Optional<Request.Pod> pod(Sender sender) {
    Map<String, String> labels =
        sender.workloads().stream().findFirst().map(Workload::podLabels).orElse(Map.of());
    return sender.namespace().isEmpty()
        ? Optional.empty()
        : Optional.of(new Request.Pod(sender.namespace(), labels));
  }

  /// A proxy that normalizes paths takes none with a `%00` in it (measured).
  public static Optional<Decision> refused(Request request, Plane proxy, List<Step> steps) {
    boolean bad =
        request.isHttp()
            && proxy.normalization() != PathNormalization.NONE
            && Request.withoutQuery(request.rawPath()).contains("%00");
    if (!bad) {
      return Optional.empty();
    }
    String because = "a path with `%00` in it cannot be normalized";
    steps.add(new Step("routing", Optional.empty(), proxy.origin(), false, because));
    return Optional.of(Decision.deny(OptionalInt.of(400), "path-normalization", steps));
  }

  /// A gateway that takes a request.
  ///
  /// @param port as clients call it
  /// @param name of the Gateway, `namespace/name`
  /// @param scheme that it takes it by
  public record Edge(Workload workload, Plane plane, int port, String name, String scheme) {}

  /// A question at a gateway, which takes its peer for the client, whatever the headers say, unless it trusts proxies.
  public static Request atEdge(Question question, Edge edge, Protocol protocol, Lookup lookup) {
    Sender client = Sender.of(question, lookup).bare();
    Request request = of(question, edge.port(), protocol, Optional.of(edge.plane()), client);
    Optional<String> source = question.more().sourceIp();
    Optional<String> remote =
        question.more().remoteIp().or(() -> trusted(question, edge.plane())).or(() -> source);
    var pod = new Request.Pod(edge.workload().namespace(), edge.workload().podLabels());
    Context seen = request.context();
    var context =
        new Context(
            Optional.of(edge.scheme()),
            seen.sni(),
            source,
            remote,
            seen.token(),
            Optional.of(pod),
            edge.name(),
            seen.unclear());
    return request.in(context).at(listeningPort(edge, lookup));
  }

  /// What the last trusted proxy says of its peer.
  private static Optional<String> trusted(Question question, Plane plane) {
    int proxies = plane.outset().trustedProxies();
    List<String> said =
        question.headers().entrySet().stream()
            .filter(it -> it.getKey().equalsIgnoreCase("x-forwarded-for"))
            .flatMap(it -> it.getValue().stream())
            .flatMap(it -> Stream.of(it.split(",")))
            .map(String::strip)
            .toList();
    return proxies > 0 && said.size() >= proxies
        ? Optional.of(said.get(said.size() - proxies))
        : Optional.empty();
  }

  /// The port of the Pods behind the port that clients call.
  private static int listeningPort(Edge edge, Lookup lookup) {
    return lookup.mesh().services().stream()
        .filter(it -> it.endpoints().contains(edge.workload()))
        .flatMap(it -> it.port(edge.port()).stream())
        .flatMapToInt((ServicePort it) -> it.at(edge.workload()).stream())
        .findFirst()
        .orElse(edge.port());
  }
}
