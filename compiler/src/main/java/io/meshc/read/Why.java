package io.meshc.read;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/// Why input failed, in words instead of class names.
final class Why {
  private Why() {}

  static String of(Exception thrown) {
    return switch (thrown) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case FileSystemLoopException _ -> "symbolic links form a loop";
      default -> firstLine(String.valueOf(thrown.getMessage()));
    };
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.isEmpty() || line.equals("null")
        ? "input failed"
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
