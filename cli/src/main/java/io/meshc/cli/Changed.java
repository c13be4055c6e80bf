package io.meshc.cli;

import io.meshc.cli.options.Stop;
import io.meshc.cli.report.Report.Entry;
import io.meshc.diag.Finding;
import io.meshc.read.Changes;
import io.meshc.read.Reading;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `--changed`: of the findings of the whole, those that a change has to do with.
final class Changed {
  /// What stands for `--changed` alone: what is not committed.
  static final String HEAD = "HEAD";

  private Changed() {}

  /// Stops before anything is read.
  static void expectBase(LintCommand options) {
    if (options.changed.isTyped() && options.changed.get().isEmpty()) {
      throw Stop.usage(
          "`--changed=` names no revision", "`--changed` alone is since the last commit");
    }
  }

  /// The findings that stand on a changed line, or are because of one; and those that stand nowhere.
  ///
  /// @param files all that were read
  static List<Entry> only(
      List<Entry> entries,
      LintCommand options,
      Session session,
      Input input,
      List<SourceFile> files) {
    String base = options.changed.get();
    if (base.isEmpty()) {
      return entries;
    }
    session.readsGit().set(true);
    Path directory = session.file(options.input.repo.get());
    String rev = options.input.rev.get();
    Changes changes =
        Changes.since(directory, base, rev.isEmpty() ? HEAD : rev, texts(entries, input, files));
    return switch (changes) {
      case Changes.Refused(var why) -> throw stop(why);
      case Changes.Lines lines ->
          entries.stream().filter(it -> touches(lines, it.finding(), input)).toList();
    };
  }

  private static Map<Path, String> texts(List<Entry> entries, Input input, List<SourceFile> files) {
    Set<String> named = new HashSet<>();
    for (Entry entry : entries) {
      named.add(entry.finding().origin().file());
      entry.finding().because().forEach(it -> named.add(it.origin().file()));
    }
    var texts = new HashMap<Path, String>();
    for (SourceFile file : files) {
      if (named.contains(file.path())) {
        texts.put(input.locate(file.path()), file.text());
      }
    }
    return texts;
  }

  private static boolean touches(Changes.Lines lines, Finding finding, Input input) {
    return !finding.origin().isWritten()
        || touches(lines, finding.origin(), input)
        || finding.because().stream()
            .anyMatch(it -> it.origin().isWritten() && touches(lines, it.origin(), input));
  }

  private static boolean touches(Changes.Lines lines, Origin origin, Input input) {
    int last = Math.max(origin.span().startLine(), origin.span().endLine());
    return lines.touch(input.locate(origin.file()), origin.span().startLine(), last);
  }

  private static Stop stop(Reading.Refused why) {
    return switch (why.reason()) {
      case NO_SUCH_PATH, NOT_A_REPOSITORY, UNKNOWN_REVISION ->
          Stop.usage(why.message(), why.help());
      case BROKEN -> Stop.incomplete(why.message(), why.help());
    };
  }
}
