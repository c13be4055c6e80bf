package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Scope;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.match.HostPattern;
import io.meshc.model.match.Truth;
import io.meshc.model.proxy.Border.Bypass;
import io.meshc.model.proxy.Border.Outlet;
import io.meshc.model.proxy.Border.Outlet.Kind;
import io.meshc.source.Origin;
import io.meshc.validate.analysis.party.Requests;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Viewer;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Portion;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a mesh that lets nothing out lets out for all that, at one port.
///
/// A proxy tells connections apart by the address that is called first, then by the server name of TLS, and by HTTP last (Envoy,
/// FilterChainMatch); of HTTP it asks the Host header alone, whatever the address.
final class Outlets {
  private final Question question;
  private final Sender sender;
  private final String host;
  private final int port;
  private final List<Outlet> here;
  private final List<Step> steps = new ArrayList<>();

  private Outlets(Lookup lookup, Question question, Sender sender, String host) {
    this.question = question;
    this.sender = sender;
    this.host = host.toLowerCase(Locale.ROOT);
    this.port = port(question);
    Plane plane = sender.plane().orElseThrow();
    this.here =
        lookup.mesh().proxies().border().outlets().stream()
            .filter(it -> it.plane().equals(plane.id()) && it.port() == port)
            .filter(it -> isFor(it.scope(), sender))
            .toList();
  }

  /// Empty where no outlet says anything about a connection.
  static Optional<Decision> answer(Lookup lookup, Question question, Sender sender, String host) {
    var outlets = new Outlets(lookup, question, sender, host);
    return outlets.here.isEmpty() ? Optional.empty() : outlets.answer();
  }

  static int port(Question question) {
    return question.port().orElse(isTls(question) ? 443 : 80);
  }

  /// What lets a client pass its own proxy by.
  static Optional<Bypass> past(Lookup lookup, Sender sender, int port) {
    return sender
        .plane()
        .flatMap(plane ->
            lookup
                .mesh()
                .proxies()
                .border()
                .bypasses(Bypass.Way.OUT)
                .filter(it -> it.plane().equals(plane.id()) && it.ports().contains(port))
                .filter(it -> isFor(it.scope(), sender))
                .findFirst());
  }

  /// An account may have no workload in the repo: then it is known by its name alone.
  private static boolean isFor(Scope scope, Sender sender) {
    return scope instanceof Scope.OfAccount account
        ? sender.identity().filter(it -> it.label().equals(account.label())).isPresent()
        : Viewer.isFor(scope, sender);
  }

  private static boolean isTls(Question question) {
    return question.more().sni().isPresent()
        || question.more().scheme().filter(it -> it.equals("https")).isPresent();
  }

  private Optional<Decision> answer() {
    List<Outlet> raw = here.stream().filter(Outlet::isRaw).toList();
    Truth narrow = any(raw.stream().filter(it -> !it.addresses().isEmpty()).toList());
    if (narrow.isYes()) {
      return Optional.of(leaves());
    }
    Optional<Decision> next = isTls(question) ? tls() : question.http() ? http() : Optional.empty();
    if (next.isEmpty()) {
      Truth wide = any(raw.stream().filter(it -> it.addresses().isEmpty()).toList());
      next = wide.isYes() ? Optional.of(leaves()) : Optional.empty();
    }
    boolean allowed = next.filter(it -> it.verdict() == Verdict.ALLOW).isPresent();
    return narrow instanceof Truth.Unknown(var cause) && !allowed
        ? Optional.of(Decision.unknown(cause, steps))
        : next;
  }

  /// By the server name, and the address where it counts.
  private Optional<Decision> tls() {
    String name = question.more().sni().orElse(host);
    List<Outlet> named =
        here.stream()
            .filter(it -> it.kind() == Kind.TLS && !it.hosts().isEmpty())
            .filter(it -> it.hosts().stream().anyMatch(pattern -> accepts(pattern, name)))
            .toList();
    return switch (any(named)) {
      case Truth.Yes _ -> Optional.of(leaves());
      case Truth.Unknown(var cause) -> Optional.of(Decision.unknown(cause, steps));
      case Truth.No _ -> Optional.empty();
    };
  }

  /// One table of hosts for the port, and routes for each host.
  private Optional<Decision> http() {
    List<Outlet> all = here.stream().filter(it -> it.kind() == Kind.HTTP).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String asked = question.authority().orElse(host).toLowerCase(Locale.ROOT);
    String suffix = ":" + port;
    String name =
        asked.endsWith(suffix) ? asked.substring(0, asked.length() - suffix.length()) : asked;
    Optional<HostPattern> best =
        all.stream()
            .flatMap(it -> it.hosts().stream())
            .filter(it -> accepts(it, name))
            .min(HostPattern::compareTo);
    if (best.isEmpty()) {
      Outlet first = all.getFirst();
      step(first, first.origin(), false, "no host `" + name + "` at port " + port);
      return Optional.of(Decision.deny(OptionalInt.of(404), "no-route", steps));
    }
    return Optional.of(
        routed(all.stream().filter(it -> it.hosts().contains(best.get())).toList(), best.get()));
  }

  private Decision routed(List<Outlet> named, HostPattern to) {
    Request request = Requests.of(question, port, Protocol.HTTP, sender.plane(), sender);
    Optional<String> unclear = Optional.empty();
    for (Outlet outlet : named) {
      Truth truth = outlet.requests().value().covers(request);
      step(outlet, outlet.origin(), truth.isYes(), truth.isYes() ? "lets it out" : "no such route");
      if (truth.isYes()) {
        return to.isWild() ? nowhere(outlet, to) : leaves(to.text());
      }
      if (truth instanceof Truth.Unknown(var cause)) {
        unclear = Optional.of(cause);
      }
    }
    return unclear
        .map(it -> Decision.unknown(it, steps))
        .orElseGet(() -> Decision.deny(OptionalInt.of(404), "no-route", steps));
  }

  /// The proxy looks the host of the policy up, and no name server knows a `*`.
  private Decision nowhere(Outlet outlet, HostPattern to) {
    step(outlet, outlet.origin(), false, "`" + to.text() + "` has no address");
    return Decision.deny(OptionalInt.of(503), "no-endpoint", steps);
  }

  /// Whether any of them takes the address that is called.
  private Truth any(List<Outlet> outlets) {
    Truth result = Truth.NO;
    for (Outlet outlet : outlets) {
      Truth truth = takes(outlet);
      step(outlet, outlet.origin(), truth.isYes(), truth.isYes() ? "lets it out" : "other address");
      if (truth.isYes()) {
        return truth;
      }
      result = truth instanceof Truth.Unknown ? truth : result;
    }
    return result;
  }

  private Truth takes(Outlet outlet) {
    Truth asked = outlet.kind() == Kind.HTTP ? Truth.YES : connects(outlet);
    if (outlet.addresses().isEmpty() || asked.isNo()) {
      return asked;
    }
    if (AddressBlock.of(host).isEmpty()) {
      return new Truth.Unknown("the address of `" + host + "` is not known");
    }
    return outlet.addresses().stream().anyMatch(it -> it.contains(host)) ? asked : Truth.NO;
  }

  /// What is in doubt of the whole outlet.
  private Truth connects(Outlet outlet) {
    return outlet
        .requests()
        .value()
        .covers(Requests.of(question, port, Protocol.TCP, sender.plane(), sender));
  }

  private static boolean accepts(HostPattern pattern, String name) {
    return pattern.accepts(name.toLowerCase(Locale.ROOT));
  }

  private Decision leaves() {
    return leaves(host);
  }

  private Decision leaves(String to) {
    OptionalInt status = question.http() ? OptionalInt.of(200) : OptionalInt.empty();
    var reached = new Reached("external:" + to, "", Portion.ALL, Verdict.ALLOW, status, "");
    return new Decision(Verdict.ALLOW, status, "", List.of(reached), steps, List.of());
  }

  private void step(Outlet outlet, Origin origin, boolean matched, String because) {
    steps.add(new Step("destination", Optional.of(outlet.resource()), origin, matched, because));
  }
}
