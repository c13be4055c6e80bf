package io.meshc.read;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.eclipse.jgit.errors.MissingObjectException;

/// Why input or output failed, in words instead of class names.
public final class Why {
  private Why() {}

  private static final String LOOP = "symbolic links form a loop";

  public static String of(Exception thrown) {
    return switch (thrown) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it does not exist";
      case FileSystemLoopException _ -> LOOP;
      case MissingObjectException it ->
          "object " + it.getObjectId().name() + " is not in the repository";
      case FileSystemException it when it.getReason() != null ->
          it.getReason().startsWith("Too many levels") ? LOOP : firstLine(it.getReason());
      default -> firstLine(String.valueOf(thrown.getMessage()));
    };
  }

  private static String firstLine(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.isEmpty() || line.equals("null")
        ? "input or output failed"
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
