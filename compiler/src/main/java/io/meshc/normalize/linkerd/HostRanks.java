package io.meshc.normalize.linkerd;

import io.meshc.model.match.Attribute;
import io.meshc.model.match.Match;
import io.meshc.model.match.Regex;
import io.meshc.model.match.TextPattern;
import io.meshc.source.At;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The hostnames of a route, each with how specific it is: none before `*.` and an ending, and that before a whole host; the longer
/// before the shorter. The port of a Host header does not count, nor a dot at its end.
///
/// Source: linkerd/linkerd2-proxy, linkerd/http/route/src/http/match/host.rs.
///
/// @param weights what counts first in a rank
record HostRanks(Match match, List<Integer> weights) {

  static List<HostRanks> of(List<At<String>> hostnames) {
    return hostnames.isEmpty()
        ? List.of(new HostRanks(Match.ANY, List.of(0, 0)))
        : hostnames.stream().map(it -> of(it.value().toLowerCase(Locale.ROOT))).toList();
  }

  /// The same of server names, where TLS is all that is seen.
  static List<HostRanks> ofServerNames(List<At<String>> hostnames) {
    return hostnames.isEmpty()
        ? List.of(new HostRanks(Match.ANY, List.of(0, 0)))
        : hostnames.stream()
            .map(it -> it.value().toLowerCase(Locale.ROOT))
            .map(it -> of(it, "\\.?", Attribute.Sni::new))
            .toList();
  }

  private static HostRanks of(String hostname) {
    return of(hostname, "\\.?(:[0-9]*)?", Match.OnHost::new);
  }

  private static HostRanks of(String hostname, String rest, Function<TextPattern, Match> as) {
    boolean wild = hostname.startsWith("*.");
    String fixed = wild ? hostname.substring(1) : hostname;
    Optional<Match> match =
        Regex.of((wild ? ".*" : "") + quoted(fixed) + rest)
            .map(it -> as.apply(new TextPattern.FullRegex(it)));
    return new HostRanks(match.orElse(Match.NONE), List.of(wild ? 1 : 2, fixed.length()));
  }

  /// Hostnames hold letters, digits, `-` and `.` alone; anything else stands for itself.
  private static String quoted(String text) {
    var quoted = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean plain = c == '-' || Character.isLetterOrDigit(c);
      quoted.append(plain ? String.valueOf(c) : "\\" + c);
    }
    return quoted.toString();
  }
}
