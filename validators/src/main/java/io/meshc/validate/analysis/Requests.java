package io.meshc.validate.analysis;

import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Request.Context;
import io.meshc.model.Workload;
import io.meshc.model.match.PathNormalization;
import io.meshc.validate.analysis.Decision.Step;
import io.meshc.validate.analysis.Decision.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Questions → requests, as the first proxy on the way sees them.
final class Requests {
  private Requests() {}

  /// @param proxy the plane of the first proxy; empty where there is none
  static Request of(
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
  static Optional<Decision> refused(Request request, Plane proxy, List<Step> steps) {
    boolean bad =
        request.isHttp()
            && proxy.normalization() != PathNormalization.NONE
            && Request.withoutQuery(request.rawPath()).contains("%00");
    if (!bad) {
      return Optional.empty();
    }
    String because = "a path with `%00` in it cannot be normalized";
    steps.add(new Step("routing", Optional.empty(), proxy.origin(), false, because));
    return Optional.of(
        new Decision(
            Verdict.DENY, OptionalInt.of(400), "path-normalization", List.of(), steps, List.of()));
  }
}
