package io.meshc.cli.config;

import io.meshc.cli.config.Keys.Key;
import io.meshc.diag.Nearest;
import io.meshc.diag.Problem;
import io.meshc.rules.Catalog;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.validate.rule.RuleNames;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One value of a config file → the words of the option that it stands for.
final class ReadValue {
  private final List<Problem> problems;
  private final RuleNames names = RuleNames.of(Catalog.ALL);

  /// @param problems to which what is wrong is added
  ReadValue(List<Problem> problems) {
    this.problems = problems;
  }

  List<String> read(Fields in, String field, Key key) {
    return switch (key.takes()) {
      case FLAG -> in.bool(field).map(it -> it.value().toString()).stream().toList();
      case TEXT, FILE -> filled(in.string(field));
      case WORD ->
          in.string(field).map(it -> word(key.name(), it, key.known().get())).stream().toList();
      case WORDS ->
          in.strings(field).stream().map(it -> word(key.name(), it, key.known().get())).toList();
      case RULES -> in.strings(field).stream().peek(this::rules).map(At::value).toList();
      case FILES ->
          in.strings(field).stream().flatMap(it -> filled(Optional.of(it)).stream()).toList();
      case OUTPUTS -> outputs(in, field);
    };
  }

  private List<String> outputs(Fields in, String field) {
    var outputs = new ArrayList<String>();
    in.object(field)
        .ifPresent(formats -> {
          for (String format : Words.FORMATS) {
            filled(formats.string(format)).forEach(it -> outputs.add(format + "=" + it));
          }
          formats.done();
        });
    return outputs;
  }

  private List<String> filled(Optional<At<String>> text) {
    text.filter(it -> it.value().isEmpty())
        .ifPresent(it -> invalid(it.origin(), "field `" + it.origin().path() + "` is empty", ""));
    return text.map(At::value).stream().toList();
  }

  /// The word, known or not.
  String word(String key, At<String> word, List<String> known) {
    if (!known.contains(word.value())) {
      invalid(
          word.origin(),
          "`" + word.value() + "` is not a value of `" + key + "`",
          near(word.value(), known));
    }
    return word.value();
  }

  /// What to say of a word that is none of those that are known.
  String near(String word, List<String> known) {
    String there =
        known.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", ", "there is ", ""));
    return Nearest.to(word, known).map(it -> "did you mean `" + it + "`?").orElse(there);
  }

  /// The ids of the rules that a word names.
  Set<String> rules(At<String> word) {
    Set<String> ids = names.ids(word.value());
    if (ids.isEmpty()) {
      invalid(
          word.origin(),
          "`" + word.value() + "` names no rule, alias or category",
          names
              .nearest(word.value())
              .map(it -> "did you mean `" + it + "`?")
              .orElse("`meshc rules` lists the rules"));
    }
    return ids;
  }

  void invalid(Origin origin, String message, String help) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, help));
  }
}
