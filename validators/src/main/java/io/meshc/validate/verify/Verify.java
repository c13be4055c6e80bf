package io.meshc.validate.verify;

import io.meshc.lower.Effect;
import io.meshc.lower.Loss;
import io.meshc.model.Extension;
import io.meshc.model.Lookup;
import io.meshc.model.Mesh;
import io.meshc.model.PlaneId;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import io.meshc.model.Service;
import io.meshc.model.ServiceName;
import io.meshc.model.Workload;
import io.meshc.model.match.PathNormalization;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.analysis.party.Target;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Asks two meshes the same questions, and reports where they disagree although no loss says so.
///
/// The questions are samples and borders (see [Samples]), so agreement is strong evidence and not yet a proof. Verdict and
/// shares must be equal; the status of a denial need not be.
public final class Verify {
  private final Lookup before;
  private final Lookup after;
  private final Decide decideBefore;
  private final Decide decideAfter;
  private final List<Loss> losses;

  private Verify(Lookup before, Lookup after, List<Loss> losses) {
    this.before = before;
    this.after = after;
    this.decideBefore = Decide.in(before);
    this.decideAfter = Decide.in(after);
    this.losses = losses;
  }

  /// @param asked how many questions were put to both
  /// @param differences what neither mesh's losses explain; at most one for each Service and client
  /// @param complete false where the limit cut the questions short
  public record Report(int asked, List<Difference> differences, boolean complete) {
    public Report {
      differences = List.copyOf(differences);
    }
  }

  public record Difference(Question question, Decision before, Decision after) {}

  /// @param limit on the questions
  public static Report compare(Lookup before, Lookup after, List<Loss> losses, int limit) {
    return new Verify(meshAlone(before), meshAlone(after), losses).run(limit);
  }

  /// Without what the network of the cluster may keep out: a translation leaves it as it is, and where all is unknown before and
  /// after, nothing would be compared.
  private static Lookup meshAlone(Lookup lookup) {
    Mesh mesh = lookup.mesh();
    List<Extension> ofMeshes =
        mesh.extensions().stream().filter(it -> !it.plane().equals(PlaneId.CLUSTER)).toList();
    return ofMeshes.size() == mesh.extensions().size()
        ? lookup
        : Lookup.of(
            new Mesh(
                mesh.assumptions(),
                mesh.planes(),
                mesh.namespaces(),
                mesh.workloads(),
                mesh.services(),
                mesh.routes(),
                mesh.backendPolicies(),
                mesh.authorizations(),
                mesh.peerTls(),
                mesh.egress(),
                ofMeshes,
                mesh.references(),
                mesh.proxies(),
                mesh.beyond()));
  }

  private Report run(int limit) {
    var samples = new Samples(List.of(before, after));
    var differences = new ArrayList<Difference>();
    int asked = 0;
    for (Service service : services()) {
      Optional<Client> found = Optional.empty();
      for (Question question : samples.about(service)) {
        if (asked == limit) {
          return new Report(asked, differences, false);
        }
        asked++;
        Optional<Client> last = found;
        Optional<Difference> difference =
            last.filter(question.from()::equals).isPresent()
                ? Optional.empty()
                : ask(question, service.name());
        if (difference.isPresent()) {
          differences.add(difference.get());
          found = Optional.of(question.from());
        }
      }
    }
    return new Report(asked, differences, true);
  }

  private List<Service> services() {
    var all = new TreeMap<ServiceName, Service>();
    Stream.of(after, before)
        .flatMap(it -> it.mesh().services().stream())
        .forEach(it -> all.put(it.name(), it));
    return List.copyOf(all.values());
  }

  private Optional<Difference> ask(Question question, ServiceName called) {
    Decision was = decideBefore.answer(question);
    Decision is = decideAfter.answer(question);
    boolean same = was.verdict() == is.verdict() && shares(was).equals(shares(is));
    if (same || isExplained(question, called, was, is)) {
      return Optional.empty();
    }
    return Optional.of(new Difference(question, was, is));
  }

  /// The share of each workload that lets the request in, in millionths: what it gets at most, and what it gets at least.
  private static Map<String, Long> shares(Decision decision) {
    var shares = new TreeMap<String, Long>();
    for (Reached it : decision.backends()) {
      if (it.verdict() == Verdict.ALLOW) {
        shares.merge(it.workload(), millionths(it.share().most()), Long::sum);
        shares.merge(it.workload() + " at least", millionths(it.share().least()), Long::sum);
      }
    }
    return shares;
  }

  private static long millionths(double share) {
    return Math.round(share * 1_000_000);
  }

  private boolean isExplained(Question question, ServiceName called, Decision was, Decision is) {
    List<Workload> reached = reached(called);
    return losses.stream()
        .filter(it -> it.effect() != Effect.NARROWS_ACCESS || isNarrower(is, was))
        .anyMatch(loss ->
            requests(question, called, reached).stream()
                .anyMatch(it -> loss.region().holds(Optional.of(called), it.at(), it.request())));
  }

  private static boolean isNarrower(Decision is, Decision was) {
    Map<String, Long> wide = shares(was);
    return shares(is).entrySet().stream()
        .allMatch(it ->
            (was.verdict() == Verdict.UNKNOWN && was.backends().isEmpty())
                || it.getValue() <= wide.getOrDefault(it.getKey(), 0L));
  }

  /// @param at the workload; none where only addresses or nothing may be reached
  private record Arriving(List<Workload> at, Request request) {}

  /// The request as each workload that it may reach would see it, and as it was sent if there is none.
  private List<Arriving> requests(Question question, ServiceName called, List<Workload> reached) {
    Sender sender = Sender.of(question, before);
    int port = question.port().orElse(80);
    boolean http = question.http() && !isRaw(called, port);
    Request sent =
        new Request(
                sender.identity(),
                port,
                0,
                http ? Protocol.HTTP : Protocol.TCP,
                http ? question.method() : "",
                http ? question.authority().orElse(question.host() + ":" + port) : "",
                http ? question.path() : "",
                "",
                http ? question.headers() : Map.of())
            .normalized(PathNormalization.NONE);
    if (reached.isEmpty()) {
      return List.of(new Arriving(List.of(), sent));
    }
    return reached.stream()
        .map(it -> new Arriving(List.of(it), sent.at(portAt(called, port, it))))
        .toList();
  }

  /// Whether no proxy of the source looks into what is sent there.
  private boolean isRaw(ServiceName called, int port) {
    return before
        .service(called)
        .flatMap(it -> Target.of(it, port))
        .flatMap(it -> it.readAs(true))
        .filter(it -> it == Protocol.TCP)
        .isPresent();
  }

  private int portAt(ServiceName called, int port, Workload workload) {
    return before
        .service(called)
        .flatMap(it -> Target.of(it, port))
        .map(it -> it.at(workload).orElse(port))
        .orElse(port);
  }

  /// Every workload behind the Service or behind a backend of its routes, in either mesh.
  private List<Workload> reached(ServiceName called) {
    return Stream.of(before, after)
        .flatMap(lookup ->
            Stream.concat(
                    lookup.service(called).stream(),
                    lookup.routesOf(called).stream()
                        .flatMap(it -> it.rules().stream())
                        .flatMap(it -> it.backends().stream())
                        .flatMap(it -> lookup.service(it.service().value()).stream()))
                .flatMap(it -> it.endpoints().stream()))
        .distinct()
        .toList();
  }
}
