package io.meshc.cli.config;

import io.meshc.cli.config.Config.Ignore;
import io.meshc.cli.config.Config.Setting;
import io.meshc.cli.config.Keys.Key;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.diag.Severity;
import io.meshc.read.PathPatterns;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.ParseYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The text of a config file → what it says, and every problem with it.
final class ParseConfig {
  private final List<Problem> problems = new ArrayList<>();
  private final ReadValue values = new ReadValue(problems);
  private final Map<String, Setting> settings = new HashMap<>();
  private final SourceFile file;
  private final Path base;

  private ParseConfig(SourceFile file, Path base) {
    this.file = file;
    this.base = base;
  }

  static Outcome<Config> parse(SourceFile file, Path base) {
    var parse = new ParseConfig(file, base);
    Config config = parse.documents(ParseYaml.parse(file));
    return new Outcome<>(config, parse.problems);
  }

  private Config documents(Outcome<List<Document>> parsed) {
    parsed.problems().forEach(it -> problems.add(inOurWords(it)));
    List<Document> documents = parsed.value();
    if (documents.size() > 1) {
      Document second = documents.get(1);
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              second.at("", second.root()),
              "a config file is one document, and here starts another",
              ""));
    }
    return documents.isEmpty() ? Config.none(base) : top(Fields.of(documents.getFirst(), problems));
  }

  /// What is said of any file speaks of Kubernetes.
  private static Problem inOurWords(Problem problem) {
    String message =
        problem.kind() == Problem.Kind.NOT_AN_OBJECT
            ? "a config file is a mapping, and this is none"
            : problem.message();
    return new Problem(problem.kind(), problem.origin(), message, "");
  }

  private Config top(Fields top) {
    Keys.TOP.forEach(it -> setting(top, it.name(), it));
    top.object(Keys.TRANSLATE).ifPresent(this::translate);
    PathPatterns exclude = patterns(top.strings("exclude"));
    List<Ignore> ignores =
        top.objects("ignore").stream().map(this::ignore).flatMap(Optional::stream).toList();
    Map<String, Severity> severities = severities(top);
    Meshes meshes = ParseMeshes.parse(top, values);
    top.done();
    return new Config(Optional.of(file), base, settings, exclude, ignores, severities, meshes);
  }

  private void translate(Fields section) {
    for (Key key : Keys.OF_TRANSLATE) {
      setting(section, key.name().substring(Keys.TRANSLATE.length() + 1), key);
    }
    section.done();
  }

  private void setting(Fields in, String field, Key key) {
    if (in.has(field)) {
      settings.put(key.name(), new Setting(key.takes(), values.read(in, field, key)));
    }
  }

  private PathPatterns patterns(List<At<String>> written) {
    return PathPatterns.of(base, written.stream().filter(this::pattern).map(At::value).toList());
  }

  private boolean pattern(At<String> text) {
    boolean is = PathPatterns.isPattern(text.value());
    if (!is) {
      values.invalid(
          text.origin(),
          "`" + text.value() + "` is no pattern of paths",
          "patterns are written as in .gitignore");
    }
    return is;
  }

  private Optional<Ignore> ignore(Fields entry) {
    Optional<At<String>> rule = entry.required("rule", entry::string);
    Optional<At<String>> reason = entry.required("reason", entry::string);
    reason
        .filter(it -> it.value().isBlank())
        .ifPresent(it -> values.invalid(it.origin(), "the reason is empty", ""));
    Optional<PathPatterns> path =
        entry
            .string("path")
            .filter(this::pattern)
            .map(it -> PathPatterns.of(base, List.of(it.value())));
    Optional<ResourcePattern> resource = entry.string("resource").flatMap(this::resource);
    entry.done();
    return rule.map(it ->
        new Ignore(
            entry.origin(),
            it.value(),
            values.rules(it),
            path,
            resource,
            reason.map(At::value).orElse("")));
  }

  private Optional<ResourcePattern> resource(At<String> text) {
    Optional<ResourcePattern> parsed = ResourcePattern.parse(text.value());
    if (parsed.isEmpty()) {
      values.invalid(
          text.origin(),
          "`" + text.value() + "` is no resource",
          "a resource is such as `TrafficTarget shop/cart`, `Namespace shop` or `VirtualService`");
    }
    return parsed;
  }

  /// A rule that is named by itself has that severity, whatever its category has.
  private Map<String, Severity> severities(Fields top) {
    var byId = new HashMap<String, Severity>();
    var namedBy = new HashMap<String, Integer>();
    for (Map.Entry<String, At<String>> entry : top.stringMap("severity").entrySet()) {
      At<String> severity = entry.getValue();
      Origin key = top.object("severity").map(it -> it.keyOrigin(entry.getKey())).orElseThrow();
      var ids = values.rules(At.of(entry.getKey(), key));
      values.word("severity." + entry.getKey(), severity, Words.SEVERITIES);
      if (!Words.SEVERITIES.contains(severity.value())) {
        continue;
      }
      for (String id : ids) {
        int before = namedBy.getOrDefault(id, Integer.MAX_VALUE);
        if (before == ids.size()) {
          values.invalid(key, "rule " + id + " has a severity already", "");
        } else if (ids.size() < before) {
          namedBy.put(id, ids.size());
          byId.put(id, Severity.valueOf(severity.value().toUpperCase(Locale.ROOT)));
        }
      }
    }
    return byId;
  }
}
