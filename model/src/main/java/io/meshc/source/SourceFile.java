package io.meshc.source;

/// One file as it was read.
///
/// @param path as the user would say it: relative, with `/`
/// @param text decoded from UTF-8, without a byte order mark, line ends as they were
public record SourceFile(String path, String text) {

  /// A larger file is not read: no configuration that people look at comes near, and a dump of a cluster can be cut. What
  /// meshc makes of a file of this size fits into a heap of 512 MiB.
  public static final int MAX_BYTES = 32 << 20;

  /// The help that goes with a file that is larger, or holds too much.
  public static final String CUT_IT =
      "cut it into several files, or name it in `.gitignore` if it is no configuration";
}
