package io.meshc.cli.envoy;

import io.meshc.simulate.scenario.Check;
import io.meshc.simulate.wire.Outcome;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Reached;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A request that stands for a class: what the mesh says of it, and what an Envoy is asked.
///
/// @param client who asks
record Case(String client, Question question, Decision decision, Check check) {
  /// More than this many standard deviations from a share are no accident: one false alarm in 1 700 000.
  private static final double DEVIATIONS = 5;

  /// What happened.
  ///
  /// @param shares of each workload that answered, `""` for none
  record Seen(int total, Map<String, Integer> shares, Map<String, Integer> labels) {
    static Seen of(List<Outcome> outcomes, Stage stage) {
      var shares = new TreeMap<String, Integer>();
      var labels = new TreeMap<String, Integer>();
      for (Outcome it : outcomes) {
        var workload = stage.apps().get(it.servedBy());
        shares.merge(workload == null ? "" : workload.label(), 1, Integer::sum);
        labels.merge(it.label(), 1, Integer::sum);
      }
      return new Seen(outcomes.size(), shares, labels);
    }

    /// A rate limit is no verdict: whoever is let through may have to wait.
    int limited() {
      return labels.getOrDefault("429", 0);
    }

    /// An answer that is no refusal and comes from none of the applications.
    boolean somebodyElseAnswered() {
      return shares.containsKey("")
          && labels.keySet().stream().anyMatch(it -> it.startsWith("2") || it.equals("answered"));
    }

    String shown() {
      var parts = new ArrayList<String>();
      shares.forEach((workload, count) -> {
        if (!workload.isEmpty()) {
          parts.add(count == total ? workload : workload + " " + percent(count, total));
        }
      });
      labels.forEach((label, count) -> {
        if (!label.equals("200") && !label.equals("answered")) {
          parts.add(count == total ? label : label + " " + percent(count, total));
        }
      });
      // Bytes that are no application's: the alert of TLS to a client that speaks none.
      int alerts = Math.min(shares.getOrDefault("", 0), labels.getOrDefault("answered", 0));
      if (alerts > 0) {
        parts.add("no application" + (alerts == total ? "" : " " + percent(alerts, total)));
      }
      return parts.isEmpty() ? "200" : String.join(", ", parts);
    }

    private static String percent(int count, int total) {
      return Math.round(1000.0 * count / total) / 10.0 + "%";
    }
  }

  /// The share of each workload that lets the request in.
  Map<String, Double> wanted() {
    var shares = new TreeMap<String, Double>();
    for (Reached it : decision.backends()) {
      if (it.verdict() == Verdict.ALLOW) {
        shares.merge(it.workload(), it.share().most(), Double::sum);
      }
    }
    return shares;
  }

  /// Whether the Envoys did as the mesh says; what nobody knows cannot be told.
  boolean agrees(Seen seen) {
    if (decision.verdict() == Verdict.UNKNOWN) {
      return true;
    }
    boolean answersItself = decision.verdict() == Verdict.ALLOW && decision.backends().isEmpty();
    if (answersItself) {
      String status = decision.status().isPresent() ? "" + decision.status().getAsInt() : "";
      return seen.labels().keySet().equals(java.util.Set.of(status));
    }
    if (decision.verdict() == Verdict.DENY && seen.somebodyElseAnswered()) {
      return false;
    }
    int counted = seen.total() - seen.limited();
    Map<String, Double> wanted = wanted();
    boolean strangers =
        seen.shares().keySet().stream().anyMatch(it -> !it.isEmpty() && !wanted.containsKey(it));
    if (strangers || counted == 0) {
      return !strangers && decision.verdict() == Verdict.ALLOW;
    }
    return wanted.entrySet().stream()
        .allMatch(it ->
            isNear(
                seen.shares().getOrDefault(it.getKey(), 0) / (double) counted,
                it.getValue(),
                counted));
  }

  private static boolean isNear(double share, double wanted, int total) {
    double tolerance = DEVIATIONS * Math.sqrt(wanted * (1 - wanted) / total);
    return Math.abs(share - wanted) <= tolerance + 1e-9;
  }

  /// What the mesh says, for people.
  String said() {
    return switch (decision.verdict()) {
      case UNKNOWN -> "unknown";
      case DENY -> decision.reason().isEmpty() ? "refused" : "refused (" + decision.reason() + ")";
      case ALLOW, MIXED -> {
        var parts = new ArrayList<String>();
        wanted()
            .forEach((workload, share) ->
                parts.add(
                    share >= 1
                        ? workload
                        : workload + " " + Math.round(1000 * share) / 10.0 + "%"));
        yield parts.isEmpty() ? "answered" : String.join(", ", parts);
      }
    };
  }
}
