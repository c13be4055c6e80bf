package io.meshc.normalize.gateway;

import io.meshc.model.Route;
import io.meshc.model.match.Disjoint;
import io.meshc.model.match.Match;
import io.meshc.normalize.Settings.GatewayProfile;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The rules of all routes of one parent → one list, the first of which decides.
///
/// To the text, of two equally specific rules that of the older route counts, and Git does not show the age: requests that both
/// cover are unknown, unless both do the same. Istio goes by namespace and name where routes are equally old, which they
/// are when they are applied together (measured).
final class MergeRules {
  private static final Comparator<Ranked> BY_RANK =
      Comparator.comparing(Ranked::host).thenComparing(Ranked::rank);

  private static final Comparator<Ranked> ORDER =
      BY_RANK
          .thenComparing(it -> it.owner().namespace())
          .thenComparing(it -> it.owner().name())
          .thenComparing(it -> it.owner().kind())
          .thenComparing(Ranked::position);

  /// Beyond this, all that a rule covers counts as undecided: a rule for each pair would cost the square of what is written.
  private static final int MOST_RIVALS = 8;

  private MergeRules() {}

  /// Those of one host of a listener.
  static List<Route.Rule> ofHost(List<Ranked> all, GatewayProfile profile) {
    var rules = new ArrayList<>(of(all, profile));
    if (profile != GatewayProfile.ISTIO) {
      kinds(all).ifPresent(rules::addFirst);
    }
    return rules;
  }

  static List<Route.Rule> of(List<Ranked> all, GatewayProfile profile) {
    List<Ranked> sorted = all.stream().sorted(ORDER).toList();
    if (profile == GatewayProfile.ISTIO) {
      return sorted.stream().map(Ranked::rule).toList();
    }
    List<Ranked> regexes =
        sorted.stream().filter(it -> it.rank().path() == Rank.Kind.REGEX).toList();
    var rules = new ArrayList<Route.Rule>();
    for (int i = 0; i < sorted.size(); i++) {
      Ranked here = sorted.get(i);
      List<Ranked> rivals = rivals(sorted, i, regexes);
      if (rivals.size() > MOST_RIVALS) {
        rules.add(undecided(here.rule().match().value(), here, rivals.getFirst()));
      } else {
        rivals.forEach(it -> rules.add(undecided(both(here, it), here, it)));
      }
      rules.add(here.rule());
    }
    return rules;
  }

  /// Those that stand behind a rule and may go before it all the same. Rules that are alike stand side by side.
  private static List<Ranked> rivals(List<Ranked> sorted, int at, List<Ranked> regexes) {
    Ranked here = sorted.get(at);
    var rivals = new ArrayList<Ranked>();
    for (int i = at + 1; i < sorted.size() && BY_RANK.compare(here, sorted.get(i)) == 0; i++) {
      rivals.add(sorted.get(i));
    }
    if (here.rank().path() != Rank.Kind.REGEX) {
      rivals.addAll(regexes);
    }
    rivals.removeIf(it -> !isUndecided(here, it));
    return rivals;
  }

  private static Match both(Ranked a, Ranked b) {
    return Match.all(a.rule().match().value(), b.rule().match().value());
  }

  private static boolean isUndecided(Ranked a, Ranked b) {
    boolean tie = BY_RANK.compare(a, b) == 0 && !a.owner().equals(b.owner());
    boolean unranked =
        a.host().equals(b.host())
            && a.rank().path() != b.rank().path()
            && b.rank().path() == Rank.Kind.REGEX;
    return (tie || unranked)
        && !isSame(a.rule(), b.rule())
        && !Disjoint.surely(a.rule().match().value(), b.rule().match().value());
  }

  private static boolean isSame(Route.Rule a, Route.Rule b) {
    return a.backends().equals(b.backends())
        && a.edits().equals(b.edits())
        && a.answer().equals(b.answer())
        && a.cors().equals(b.cors());
  }

  private static Route.Rule undecided(Match where, Ranked a, Ranked b) {
    String because =
        a.owner().equals(b.owner())
            ? "two rules of "
                + said(a.owner())
                + " cover it, one by a regular expression, and which one"
                + " goes first is left to implementations"
            : BY_RANK.compare(a, b) == 0
                ? said(a.owner())
                    + " and "
                    + said(b.owner())
                    + " cover it alike: the older one decides, and the repo does not show which"
                    + " that is"
                : said(a.owner())
                    + " and "
                    + said(b.owner())
                    + " cover it, one by a regular expression, and which one goes first is left to"
                    + " implementations";
    return unclear(where, because, a);
  }

  private static String said(ResourceId id) {
    return "`" + id.label() + "`";
  }

  /// Of HTTPRoutes and GRPCRoutes with a host in common only those of one kind are accepted.
  private static Optional<Route.Rule> kinds(List<Ranked> all) {
    var kinds = new TreeSet<String>();
    all.forEach(it -> kinds.add(it.owner().kind()));
    if (!kinds.containsAll(List.of("HTTPRoute", "GRPCRoute"))) {
      return Optional.empty();
    }
    Ranked call = first(all, "GRPCRoute");
    Ranked request = first(all, "HTTPRoute");
    String because =
        said(call.owner())
            + " and "
            + said(request.owner())
            + " are for the same host: the older one is accepted, and the repo does not show which"
            + " that is";
    Match any = Match.oneOf(all.stream().map(it -> it.rule().match().value()).toList());
    return Optional.of(unclear(any, because, call));
  }

  private static Ranked first(List<Ranked> all, String kind) {
    return all.stream()
        .filter(it -> it.owner().kind().equals(kind))
        .min(Ranked.BY_OWNER)
        .orElseThrow();
  }

  private static Route.Rule unclear(Match match, String because, Ranked like) {
    Match maybe = new Match.Unclear(Match.NONE, match, because);
    return new Route.Rule(
        like.rule().match().with(maybe),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(like.owner()));
  }
}
