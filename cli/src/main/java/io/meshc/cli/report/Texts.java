package io.meshc.cli.report;

import io.meshc.source.SourceFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines that findings speak of. A file is split into lines when the first of them is asked for.
public final class Texts {
  private final Map<String, SourceFile> files = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  public Texts(Collection<SourceFile> files) {
    files.forEach(it -> this.files.put(it.path(), it));
  }

  /// A line of a file, from 1, without its end. Empty where the file is not there or shorter.
  Optional<String> line(String path, int number) {
    SourceFile file = files.get(path);
    if (file == null) {
      return Optional.empty();
    }
    List<String> all = lines.computeIfAbsent(path, _ -> file.text().lines().toList());
    return number >= 1 && number <= all.size()
        ? Optional.of(all.get(number - 1))
        : Optional.empty();
  }

  /// The same column, which counts code points, in UTF-16 units.
  int utf16Column(String path, int line, int column) {
    return line(path, line)
        .map(it ->
            it.offsetByCodePoints(0, Math.min(column - 1, it.codePointCount(0, it.length()))) + 1)
        .orElse(column);
  }
}
