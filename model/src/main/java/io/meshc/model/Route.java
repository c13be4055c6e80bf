package io.meshc.model;

import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.model.proxy.Audience;
import io.meshc.model.traffic.CorsGrants;
import io.meshc.model.traffic.Location;
import io.meshc.model.traffic.Treatment;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where requests to a Service go instead of to its own endpoints. The first rule that covers a request decides.
///
/// @param service a whole host may be one that only gateways know, or stand for many: `*.example.com`
/// @param audience who follows it
/// @param layer which requests it is about at all; the others go to the Service itself
/// @param unmatched what happens to requests of the layer that no rule covers
public record Route(
    ResourceId resource,
    PlaneId plane,
    ServiceName service,
    Audience audience,
    Layer layer,
    List<Rule> rules,
    Unmatched unmatched,
    Origin origin) {
  public Route {
    rules = List.copyOf(rules);
  }

  /// One that every client of the mesh follows.
  public Route(
      ResourceId resource,
      PlaneId plane,
      ServiceName service,
      Layer layer,
      List<Rule> rules,
      Unmatched unmatched,
      Origin origin) {
    this(resource, plane, service, Audience.MESH, layer, rules, unmatched, origin);
  }

  /// Whether several objects may say its rules. It is for some ports and clients, and counts as absent for the others.
  public boolean isMerged() {
    return rules.stream().anyMatch(it -> it.owner().isPresent());
  }

  public enum Layer {
    HTTP,
    TCP,
    BOTH
  }

  public enum Unmatched {
    /// They go to the Service's own endpoints.
    SERVICE,
    /// They get no answer but 404, or a closed connection.
    NO_ROUTE
  }

  /// @param edits what is changed on the way, in order
  /// @param answer given in the place of any backend
  /// @param abort some requests end here on purpose
  /// @param cors preflight requests that the proxy answers itself
  /// @param owner the object that says the rule, where several say the rules of one route
  /// @param treatment what no decision depends on
  public record Rule(
      At<Match> match,
      List<Backend> backends,
      List<Edit> edits,
      Optional<At<Answer>> answer,
      Optional<At<Abort>> abort,
      Optional<At<Cors>> cors,
      Optional<ResourceId> owner,
      Treatment treatment) {
    public Rule {
      backends = List.copyOf(backends);
      edits = List.copyOf(edits);
    }

    /// One that treats requests as the mesh does.
    public Rule(
        At<Match> match,
        List<Backend> backends,
        List<Edit> edits,
        Optional<At<Answer>> answer,
        Optional<At<Abort>> abort,
        Optional<At<Cors>> cors,
        Optional<ResourceId> owner) {
      this(match, backends, edits, answer, abort, cors, owner, Treatment.NONE);
    }

    /// The same, treated so.
    public Rule treated(Treatment other) {
      return new Rule(match, backends, edits, answer, abort, cors, owner, other);
    }

    /// One of the object that says the route.
    public Rule(
        At<Match> match,
        List<Backend> backends,
        List<Edit> edits,
        Optional<At<Answer>> answer,
        Optional<At<Abort>> abort,
        Optional<At<Cors>> cors) {
      this(match, backends, edits, answer, abort, cors, Optional.empty());
    }

    /// One that sends on, and does nothing else.
    public Rule(At<Match> match, List<Backend> backends) {
      this(match, backends, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same about other requests.
    public Rule matching(Match other) {
      return new Rule(match.with(other), backends, edits, answer, abort, cors, owner, treatment);
    }

    public boolean varies() {
      return backends.stream().anyMatch(it -> it.varies().isPresent());
    }

    public long totalWeight() {
      return backends.stream().mapToLong(it -> it.weight().value()).sum();
    }
  }

  /// What the proxy answers by itself.
  public sealed interface Answer {
    int status();

    record Redirect(int status, Location to) implements Answer {
      public Redirect(int status) {
        this(status, Location.SAME);
      }
    }

    /// @param body absent for none
    record Respond(int status, Optional<String> body) implements Answer {
      public Respond(int status) {
        this(status, Optional.empty());
      }
    }
  }

  /// @param status that these requests get
  /// @param share of the requests, 0 to 1
  public record Abort(int status, double share) {}

  /// @param origins whose preflight requests are answered
  /// @param answersOthers whether those of other origins are, too
  /// @param grants what is said to browsers
  public record Cors(List<TextPattern> origins, boolean answersOthers, CorsGrants grants) {
    public Cors {
      origins = List.copyOf(origins);
    }

    public Cors(List<TextPattern> origins, boolean answersOthers) {
      this(origins, answersOthers, CorsGrants.NONE);
    }
  }

  /// A change of the request on its way to the backend.
  public sealed interface Edit {
    /// The start of the path; `from` is what the rule has matched.
    record PathStart(String from, String to) implements Edit {}

    /// The same by whole elements, with one `/` between what is put in and what stays: `/a` for `/b` makes `/a/c` of `/b/c`.
    record PathElements(String from, String to) implements Edit {}

    record WholePath(String to) implements Edit {}

    /// Every match in the path; `\\1` stands for a group.
    record PathRegex(Regex regex, String to) implements Edit {}

    record Authority(String to) implements Edit {}

    record SetHeader(String name, String value) implements Edit {}

    record AddHeader(String name, String value) implements Edit {}

    record RemoveHeader(String name) implements Edit {}

    /// It becomes something that only the proxy computes.
    record Compute(String header) implements Edit {}
  }

  /// A share of the requests of a rule.
  ///
  /// @param port the port of the backend Service; absent for the port that the client called
  /// @param weight relative to the sum of the rule; where it varies, what it is as long as nothing is rolled out
  /// @param varies a controller moves the weight over time
  /// @param subset a part of its endpoints, see [BackendPolicy.Subset]
  /// @param edits beside those of the rule
  /// @param standing whether it may be had, and what becomes of its share if it is not there
  public record Backend(
      At<ServiceName> service,
      OptionalInt port,
      At<Integer> weight,
      Optional<Varies> varies,
      Optional<At<String>> subset,
      List<Edit> edits,
      Standing standing) {
    public Backend {
      edits = List.copyOf(edits);
    }

    /// One that the proxy looks for when a request comes.
    public Backend(
        At<ServiceName> service,
        OptionalInt port,
        At<Integer> weight,
        Optional<Varies> varies,
        Optional<At<String>> subset,
        List<Edit> edits) {
      this(service, port, weight, varies, subset, edits, new Standing.Sought());
    }

    /// All endpoints.
    public Backend(
        At<ServiceName> service, OptionalInt port, At<Integer> weight, Optional<Varies> varies) {
      this(service, port, weight, varies, Optional.empty(), List.of());
    }

    /// One whose weight is what is written.
    public Backend(At<ServiceName> service, OptionalInt port, At<Integer> weight) {
      this(service, port, weight, Optional.empty());
    }

    public int least() {
      return varies.map(Varies::least).orElse(weight.value());
    }

    public int most() {
      return varies.map(Varies::most).orElse(weight.value());
    }
  }

  /// Who finds out whether a backend is there, and what becomes of its share if it is not.
  public sealed interface Standing {
    /// The proxy, which answers 503 where there is none.
    record Sought() implements Standing {}

    /// The controller, which makes an answer of 500 of a reference that leads nowhere.
    record Resolved() implements Standing {}

    /// The controller refuses the reference, whatever is there: 500, too.
    record Refused(String because) implements Standing {}
  }

  /// The bounds of a weight.
  ///
  /// @param by who moves it, for messages
  public record Varies(int least, int most, String by) {}
}
