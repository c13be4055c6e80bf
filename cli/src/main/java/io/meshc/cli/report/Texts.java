package io.meshc.cli.report;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Lines;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The lines that findings speak of. A file is split into lines when the first of them is asked for.
public final class Texts {
  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<String, Lines> lines = new HashMap<>();

  public Texts(Collection<SourceFile> files) {
    files.forEach(it -> this.files.put(it.path(), it));
  }

  /// A stretch of one line.
  ///
  /// @param skipped how many code points of the line stand before it
  /// @param whole it ends where the line does
  record Stretch(String text, int skipped, boolean whole) {}

  /// The line of a file, from 1, without its end, and of a long one only what stands around a column. Empty where the file is
  /// not there or shorter.
  Optional<Stretch> around(String path, int line, int column, int before, int width) {
    return lines(path)
        .filter(it -> line >= 1 && line <= it.count())
        .map(it -> {
          String text = it.text();
          int start = it.start(line);
          int end = Lines.end(text, start);
          if (end - start <= width) {
            return new Stretch(text.substring(start, end), 0, true);
          }
          int first = Math.max(1, column - before);
          int from = Math.min(it.offset(line, first), end);
          int to = from;
          for (int left = width; left > 0 && to < end; left--) {
            to += Character.charCount(text.codePointAt(to));
          }
          return new Stretch(text.substring(from, to), first - 1, to >= end);
        });
  }

  private Optional<Lines> lines(String path) {
    SourceFile file = files.get(path);
    return file == null
        ? Optional.empty()
        : Optional.of(lines.computeIfAbsent(path, _ -> Lines.of(file.text())));
  }

  /// The same column, which counts code points, in UTF-16 units.
  int utf16Column(String path, int line, int column) {
    return lines(path)
        .filter(it -> line >= 1 && line <= it.count())
        .map(it -> it.offset(line, column) - it.start(line) + 1)
        .orElse(column);
  }
}
