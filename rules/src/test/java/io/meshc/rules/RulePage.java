package io.meshc.rules;

import io.meshc.validate.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A rule's page, taken apart.
///
/// @param title the first line
/// @param sections by heading, in order: the lines below it
record RulePage(String title, Map<String, List<String>> sections) {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern MARK = Pattern.compile("# finding: (.+)$");

  /// One YAML block, which is one environment.
  ///
  /// @param marks line (from 1) to the text that the finding on that line contains
  record Example(String text, Map<Integer, String> marks) {}

  /// A rule without a page has one without a title.
  static RulePage of(Rule rule) {
    try (InputStream in = rule.getClass().getResourceAsStream(rule.page())) {
      return in == null
          ? new RulePage("", Map.of())
          : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RulePage parse(String text) {
    List<String> lines = text.lines().toList();
    var sections = new LinkedHashMap<String, List<String>>();
    var current = new ArrayList<String>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("## ")) {
        current = new ArrayList<>();
        sections.put(line.substring(3), current);
      } else {
        current.add(line);
      }
    }
    return new RulePage(lines.getFirst(), sections);
  }

  List<String> section(String heading) {
    return sections.getOrDefault(heading, List.of());
  }

  List<Example> examples(String heading) {
    var examples = new ArrayList<Example>();
    var block = new ArrayList<String>();
    boolean inside = false;
    for (String line : section(heading)) {
      if (line.equals("```yaml")) {
        inside = true;
      } else if (line.equals("```") && inside) {
        examples.add(example(block));
        block.clear();
        inside = false;
      } else if (inside) {
        block.add(line);
      }
    }
    return examples;
  }

  /// One condition of a rule, as a row of the table under Conditions: changes to the first good example, by which the rule
  /// finds something, and by which it does not. None is the example as it is.
  record Row(String condition, List<String> bad, List<String> good) {}

  List<Row> rows() {
    return section("Conditions").stream()
        .filter(it -> it.startsWith("| ") && !it.startsWith("| condition |"))
        .map(RulePage::row)
        .toList();
  }

  private static Row row(String line) {
    String[] cells = line.split(" (?<!\\\\)\\| ", -1);
    if (cells.length != 3) {
      throw new AssertionError("not three cells: " + line);
    }
    return new Row(cells[0].substring(2), changes(cells[1]), changes(cells[2]));
  }

  private static List<String> changes(String cell) {
    return CODE.matcher(cell).results().map(it -> it.group(1).replace("\\|", "|")).toList();
  }

  private static Example example(List<String> lines) {
    var marks = new LinkedHashMap<Integer, String>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      if (mark.find()) {
        marks.put(i + 1, mark.group(1));
      }
    }
    return new Example(String.join("\n", lines) + "\n", marks);
  }
}
