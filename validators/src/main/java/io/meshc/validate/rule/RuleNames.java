package io.meshc.validate.rule;

import io.meshc.diag.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words by which people call rules: id, name, alias of another tool, category, and `*` for all. Letter case does
/// not count.
public final class RuleNames {
  private final Map<String, Set<String>> idsByWord = new HashMap<>();

  private RuleNames() {}

  public static RuleNames of(List<Rule> catalog) {
    var names = new RuleNames();
    for (Rule rule : catalog) {
      RuleCard card = rule.card();
      names.add(card.id(), card.id());
      names.add(card.name(), card.id());
      names.add(card.category().label(), card.id());
      names.add("*", card.id());
      card.aliases().forEach(it -> names.add(it, card.id()));
    }
    return names;
  }

  /// The ids of the rules that a word names; none where it names none.
  public Set<String> ids(String word) {
    return idsByWord.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of());
  }

  /// The known word that was probably meant.
  public Optional<String> nearest(String word) {
    Optional<String> near = Nearest.to(word, idsByWord.keySet());
    // ids are written in capitals, every other word in small letters
    return near.map(it -> it.startsWith("mc") ? it.toUpperCase(Locale.ROOT) : it);
  }

  private void add(String word, String id) {
    idsByWord.computeIfAbsent(word.toLowerCase(Locale.ROOT), _ -> new HashSet<>()).add(id);
  }
}
