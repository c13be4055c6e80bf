package io.meshc.cli;

import io.meshc.cli.report.Translation;
import io.meshc.diag.CompilerBug;
import io.meshc.diag.Problem;
import io.meshc.lower.Loss;
import io.meshc.normalize.Settings;
import io.meshc.source.SourceFile;
import io.meshc.validate.verify.Verify;
import java.util.List;
import java.util.SortedMap;

/// Reads a translation as the target would, and compares what it means with what the source means.
final class ReadBack {
  /// Each is asked of both, so this is some seconds of work in a large repository.
  private static final int MAX_QUESTIONS = 100_000;

  private ReadBack() {}

  /// @param files of the translation, which are not written yet
  static Verify.Report compare(
      Understood source, SortedMap<String, String> files, List<Loss> losses, Settings settings) {
    List<SourceFile> written =
        files.entrySet().stream().map(it -> new SourceFile(it.getKey(), it.getValue())).toList();
    Understood target = Pipeline.understand(written, List.of(), settings);
    target.problems().stream()
        .filter(it -> isBroken(it.kind()) && !was(it, source))
        .findFirst()
        .ifPresent(it -> {
          throw new CompilerBug(it.origin(), "the translation cannot be read: " + it.message());
        });
    return Verify.compare(source.lookup(), target.lookup(), losses, MAX_QUESTIONS);
  }

  /// What was wrong with the source is there still, if perhaps at another line; what meshc wrote itself has no excuse.
  private static boolean was(Problem problem, Understood source) {
    return source.problems().stream()
        .anyMatch(it -> it.kind() == problem.kind() && it.message().equals(problem.message()));
  }

  private static boolean isBroken(Problem.Kind kind) {
    return switch (kind) {
      case NOT_YAML,
          NOT_TEXT,
          NOT_AN_OBJECT,
          DUPLICATE_KEY,
          UNKNOWN_KIND,
          UNKNOWN_FIELD,
          MISSING_FIELD,
          INVALID_VALUE,
          NULL_VALUE,
          UNLISTED_VALUE,
          OUT_OF_RANGE,
          PATTERN_MISMATCH,
          FORMAT_MISMATCH,
          WRONG_LENGTH,
          WRONG_COUNT,
          REPEATED_ITEM,
          CONFLICTING_FIELDS,
          VIOLATED_RULE,
          INVALID_REGEX,
          DUPLICATE_OBJECT ->
          true;
      case TEMPLATED,
          REPEATED_OBJECT,
          NOT_MODELLED,
          NOT_CARRIED,
          UNCHECKED_RULE,
          BROKEN_DEFINITION,
          UNREADABLE ->
          false;
    };
  }

  static Translation.Verified summary(Verify.Report report) {
    return new Translation.Verified(report.asked(), report.differences().size(), report.complete());
  }
}
