package io.meshc.validate.rule;

import io.meshc.diag.Category;
import io.meshc.diag.CompilerBug;
import io.meshc.diag.Severity;
import io.meshc.source.Origin;
import java.util.List;

/// What a rule is called and how much it weighs. Ids are never reused or renumbered.
///
/// @param id `MC` and four digits, of which the first says the category
/// @param name the bad thing, so that it reads after "allow"
/// @param severity of a finding, unless the rule says otherwise of this one
/// @param since the version that brought it
/// @param aliases the codes that other tools use for the same thing
/// @param rejected the API server or the mesh's own webhook refuses what this rule finds
public record RuleCard(
    String id,
    String name,
    Category category,
    Severity severity,
    String since,
    List<String> aliases,
    boolean rejected) {
  public RuleCard {
    aliases = List.copyOf(aliases);
    if (!isId(id) || id.charAt(2) != digit(category)) {
      throw bug("rule id " + id + " is not one of category " + category.label());
    }
    if (!isName(name)) {
      throw bug("rule " + id + " has the name " + name + ", which is not in kebab case");
    }
  }

  /// A rule without aliases, about something that servers take.
  public RuleCard(String id, String name, Category category, Severity severity, String since) {
    this(id, name, category, severity, since, List.of(), false);
  }

  /// The same for what the API server or the mesh's own webhook refuses.
  public RuleCard refusedByServer() {
    return new RuleCard(id, name, category, severity, since, aliases, true);
  }

  public RuleCard alsoKnownAs(String... codes) {
    return new RuleCard(id, name, category, severity, since, List.of(codes), rejected);
  }

  // Loops, not expressions: every start of the program makes a card for each rule (decision 0009).
  private static boolean isId(String id) {
    if (id.length() != 6 || !id.startsWith("MC")) {
      return false;
    }
    for (int i = 2; i < id.length(); i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// Words of small letters with `-` between.
  private static boolean isName(String name) {
    boolean inWord = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && !(c == '-' && inWord)) {
        return false;
      }
      inWord = letter;
    }
    return inWord;
  }

  private static char digit(Category category) {
    return switch (category) {
      case INVALID -> '0';
      case SECURITY -> '1';
      case TRAFFIC -> '2';
      case REFERENCE -> '3';
      case PORTABILITY -> '4';
      case HYGIENE -> '5';
    };
  }

  private static CompilerBug bug(String message) {
    return new CompilerBug(Origin.none(), message);
  }
}
