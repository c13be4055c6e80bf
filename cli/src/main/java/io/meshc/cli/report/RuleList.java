package io.meshc.cli.report;

import io.meshc.rules.Catalog;
import io.meshc.validate.rule.Rule;
import io.meshc.validate.rule.RuleCard;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The catalogue, for people and programs.
public final class RuleList {
  private RuleList() {}

  public static void write(String format, PrintStream out) {
    switch (format) {
      case "json" -> json(out);
      case "markdown" -> markdown(out);
      default -> text(out);
    }
  }

  private static List<RuleCard> cards() {
    return Catalog.ALL.stream().map(Rule::card).toList();
  }

  private static void text(PrintStream out) {
    int width = cards().stream().mapToInt(it -> it.name().length()).max().orElse(0);
    for (RuleCard card : cards()) {
      String aliases = card.aliases().isEmpty() ? "" : "  " + String.join(" ", card.aliases());
      String row =
          String.format(
              Locale.ROOT,
              "%s  %-" + width + "s  %-7s  %-11s%s",
              card.id(),
              card.name(),
              card.severity().label(),
              card.category().label(),
              aliases);
      out.println(row.stripTrailing());
    }
  }

  private static void markdown(PrintStream out) {
    out.println("| id | name | severity | category | aliases |");
    out.println("|---|---|---|---|---|");
    for (RuleCard card : cards()) {
      out.println(
          "| "
              + String.join(
                  " | ",
                  card.id(),
                  card.name(),
                  card.severity().label(),
                  card.category().label(),
                  String.join(", ", card.aliases()))
              + " |");
    }
  }

  private static void json(PrintStream out) {
    try (Json json = Json.indented(out)) {
      json.object().field("version", 1).array("rules");
      for (RuleCard card : cards()) {
        json.object()
            .field("id", card.id())
            .field("name", card.name())
            .field("severity", card.severity().label())
            .field("category", card.category().label())
            .field("since", card.since())
            .field("rejected", card.rejected())
            .field("aliases", card.aliases())
            .endObject();
      }
      json.endArray().endObject();
    }
  }

  /// Every word that names one rule.
  public static List<String> words() {
    return cards().stream().flatMap(RuleList::words).toList();
  }

  private static Stream<String> words(RuleCard card) {
    return Stream.concat(Stream.of(card.id(), card.name()), card.aliases().stream());
  }

  /// Prints the pages of the rules that a word names; there may be several with one alias.
  public static boolean explain(String word, PrintStream out) {
    List<Rule> named =
        Catalog.ALL.stream()
            .filter(it -> words(it.card()).anyMatch(word::equalsIgnoreCase))
            .toList();
    named.forEach(it -> page(it, out));
    return !named.isEmpty();
  }

  private static void page(Rule rule, PrintStream out) {
    RuleCard card = rule.card();
    String text = RulePage.of(rule).text();
    out.println(
        card.id()
            + " "
            + card.name()
            + " ("
            + card.category().label()
            + ", "
            + card.severity().label()
            + ")");
    if (!card.aliases().isEmpty()) {
      out.println("also known as: " + String.join(", ", card.aliases()));
    }
    out.println();
    out.println(text.isEmpty() ? "This rule has no page yet." : text.strip());
  }
}
