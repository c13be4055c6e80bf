package io.meshc.validate.analysis;

import io.meshc.model.Lookup;
import io.meshc.model.Plane;
import io.meshc.model.Request;
import io.meshc.model.match.AddressBlock;
import io.meshc.model.server.Egress;
import io.meshc.model.server.RankedRule;
import io.meshc.model.server.RouteTable;
import io.meshc.model.server.RouteTable.Kind;
import io.meshc.validate.analysis.party.Sender;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Step;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// What a client's proxy does with what is called outside of the cluster: as the narrowest network says that holds the address, by its
/// routes first, and freely where there is none. The address of a host is not in any repo: where several networks may hold it, they
/// have to agree.
///
/// Source: linkerd.io, "EgressNetwork"; linkerd/linkerd2, policy-controller/k8s/index/src/outbound/index.rs.
final class OutsideRouting {
  private final Lookup lookup;
  private final Question question;
  private final Sender sender;
  private final Destination destination;
  private final Plane plane;

  OutsideRouting(Lookup lookup, Question question, Sender sender, Destination destination) {
    this.lookup = lookup;
    this.question = question;
    this.sender = sender;
    this.destination = destination;
    this.plane = sender.plane().orElseThrow();
  }

  Decision answer() {
    List<Egress> all = lookup.servers().egress(sender.namespace(), plane.id());
    int port = question.port().orElse(80);
    boolean skipped =
        TableRouting.settings(sender, lookup)
            .filter(it -> it.skippedOutbound().holds(port))
            .isPresent();
    if (all.isEmpty() || skipped) {
      return new UnknownHost(lookup).answer(question, sender, destination);
    }
    Optional<AddressBlock> address = AddressBlock.of(destination.host());
    return address.isPresent() ? at(destination.host(), all, port) : somewhere(all, port);
  }

  /// The narrowest networks that hold the address. Of several that are as narrow the oldest counts.
  private Decision at(String address, List<Egress> all, int port) {
    int narrowest = all.stream().mapToInt(it -> bits(it, address)).max().orElse(-1);
    List<Egress> best = all.stream().filter(it -> bits(it, address) == narrowest).toList();
    return narrowest < 0
        ? new UnknownHost(lookup).answer(question, sender, destination)
        : agreed(best, port, false);
  }

  /// How many bits of the narrowest network of it that holds an address count; -1 where none does.
  private static int bits(Egress egress, String address) {
    return egress.networks().stream()
        .filter(it -> it.holds(address))
        .mapToInt(it -> it.block().bits())
        .max()
        .orElse(-1);
  }

  /// Any of them may hold the address of the host; and none, unless one holds every address.
  private Decision somewhere(List<Egress> all, int port) {
    boolean every =
        all.stream()
            .flatMap(it -> it.networks().stream())
            .filter(it -> it.block().bits() == 0)
            .map(it -> it.block().bytes().length)
            .collect(Collectors.toSet())
            .containsAll(Set.of(4, 16));
    return agreed(all, port, !every);
  }

  private Decision agreed(List<Egress> all, int port, boolean orNone) {
    var steps = new ArrayList<>(destination.steps());
    Decision first = by(all.getFirst(), port, steps);
    var others = new ArrayList<Decision>();
    all.subList(1, all.size()).forEach(it -> others.add(by(it, port, new ArrayList<>())));
    if (orNone) {
      others.add(new UnknownHost(lookup).answer(question, sender, destination));
    }
    boolean same = others.stream().allMatch(it -> Spread.isSame(first, it));
    return same
        ? first
        : Decision.unknown(
            "which EgressNetwork holds the address of `" + destination.host() + "` is not known",
            steps);
  }

  private Decision by(Egress egress, int port, List<Step> steps) {
    String what = "holds what is called outside of the cluster";
    steps.add(new Step("destination", Optional.of(egress.resource()), egress.origin(), true, what));
    Request request = TableRouting.request(question, sender, port, plane);
    var spread = Spread.outside(lookup, sender, destination.host(), steps);
    List<RouteTable> tables =
        lookup
            .servers()
            .tables(RouteTable.outside(egress.resource().namespace(), egress.resource().name()))
            .stream()
            .filter(it -> it.inert().isEmpty() && it.isFor(port, sender.namespace()))
            .filter(it -> isOf(it.kind(), request))
            .toList();
    Optional<Kind> kind = tables.stream().map(RouteTable::kind).min(Kind::compareTo);
    List<RankedRule> rules =
        tables.stream()
            .filter(it -> it.kind() == kind.orElseThrow())
            .flatMap(it -> it.rules().stream())
            .toList();
    RankedRule.Found found = RankedRule.find(rules, request);
    if (found.unknown().isPresent()) {
      return Decision.unknown(found.unknown().get(), steps);
    }
    if (!found.best().isEmpty()) {
      return best(found.best(), spread, request, steps);
    }
    return otherwise(egress, spread, request, steps);
  }

  /// Connections that are not HTTP follow routes for connections alone.
  private static boolean isOf(Kind kind, Request request) {
    return switch (kind) {
      case GRPC, HTTP -> request.isHttp();
      case TLS -> request.context().sni().isPresent();
      case TCP -> true;
    };
  }

  private static Decision best(
      List<RankedRule> best, Spread spread, Request request, List<Step> steps) {
    Decision first = spread.by(best.getFirst(), request);
    for (RankedRule other : best.subList(1, best.size())) {
      if (!Spread.isSame(first, spread.silently().by(other, request))) {
        return Decision.unknown(Guarding.equallySpecific(best.getFirst(), other), steps);
      }
    }
    return first;
  }

  private static Decision otherwise(
      Egress egress, Spread spread, Request request, List<Step> steps) {
    boolean allows = egress.allows().value();
    String because = "what no route mentions is " + (allows ? "let out" : "kept in");
    steps.add(
        new Step(
            "authorization",
            Optional.of(egress.resource()),
            egress.allows().origin(),
            true,
            because));
    OptionalInt forbidden = request.isHttp() ? OptionalInt.of(403) : OptionalInt.empty();
    return allows ? spread.direct(request) : Decision.deny(forbidden, "rbac", steps);
  }
}
