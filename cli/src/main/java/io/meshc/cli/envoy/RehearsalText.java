package io.meshc.cli.envoy;

import io.meshc.cli.options.Exit;
import io.meshc.cli.report.Paint;
import io.meshc.lower.Loss;
import io.meshc.simulate.run.Ran;
import io.meshc.simulate.run.Verdict;
import io.meshc.validate.question.Question;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table of who was let through, who was refused, and in which shares.
final class RehearsalText {
  private static final List<String> HEAD = List.of("client", "request", "decided", "on Envoy", "");
  private static final int WIDEST = 60;

  private final String ending;
  private final PrintStream out;

  /// @param clusterDomain which nobody says who stands in the cluster
  RehearsalText(String clusterDomain, PrintStream out) {
    this.ending = ".svc." + clusterDomain;
    this.out = out;
  }

  /// Whether anything was asked: every check before those of the cases has passed.
  static boolean hasStarted(Cases.Found found, Ran.Done done) {
    int before = done.verdicts().size() - found.cases().size();
    return before >= 0 && done.verdicts().stream().limit(before).allMatch(Verdict::passed);
  }

  int write(Cases.Found found, Stage stage, Ran.Done done, List<Loss> losses) {
    List<Verdict> verdicts = done.verdicts();
    int before = verdicts.size() - found.cases().size();
    boolean started = hasStarted(found, done);
    verdicts.stream()
        .limit(Math.max(0, started ? before : verdicts.size()))
        .filter(it -> !it.passed())
        .forEach(it -> out.println(Paint.harmless(it.line())));
    if (!started) {
      out.println("nothing was asked: not every Envoy runs");
      return Exit.FINDINGS;
    }
    var rows = new ArrayList<List<String>>(List.of(HEAD));
    var counts = new TreeMap<String, Integer>();
    int differ = 0;
    for (int i = 0; i < found.cases().size(); i++) {
      Case it = found.cases().get(i);
      var seen = Case.Seen.of(verdicts.get(before + i).outcomes(), stage);
      boolean agrees = it.agrees(seen);
      differ += agrees ? 0 : 1;
      counts.merge(it.decision().verdict().label(), 1, Integer::sum);
      rows.add(
          List.of(
              it.client(),
              request(it.question()),
              it.said(),
              seen.shown(),
              agrees ? "" : "differs"));
    }
    table(rows);
    summary(found, counts, differ);
    Rehearsal.effective(losses).ifPresent(it -> out.println(it + ": " + Rehearsal.PLAN));
    return differ == 0 ? Exit.OK : Exit.FINDINGS;
  }

  private void summary(Cases.Found found, Map<String, Integer> counts, int differ) {
    var parts = new ArrayList<String>();
    counts.forEach((label, count) -> parts.add(count + " " + label));
    out.println(
        found.cases().size()
            + " requests sent, for "
            + found.classes()
            + " classes of "
            + found.asked()
            + ": "
            + String.join(", ", parts)
            + "; "
            + (differ == 0 ? "every Envoy does as decided" : differ + " differ"));
    if (found.cases().size() == Cases.MOST) {
      out.println("no more than " + Cases.MOST + " are sent");
    }
  }

  private String bare(String host) {
    return host.endsWith(ending) ? host.substring(0, host.length() - ending.length()) : host;
  }

  private String request(Question it) {
    String host =
        bare(it.host()) + it.port().stream().mapToObj(port -> ":" + port).findFirst().orElse("");
    if (!it.http()) {
      return "TCP " + host;
    }
    var headers = new StringBuilder();
    it.headers()
        .forEach((name, values) ->
            headers.append(" ").append(name).append("=").append(values.getFirst()));
    return it.method() + " " + host + it.path() + headers;
  }

  private void table(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(padded(Paint.harmless(row.get(i)), widths[i])).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static String padded(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
