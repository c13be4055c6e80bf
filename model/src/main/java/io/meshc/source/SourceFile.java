package io.meshc.source;

/// One file as it was read.
///
/// @param path as the user would say it: relative, with `/`
/// @param text decoded from UTF-8, without a byte order mark, line ends as they were
public record SourceFile(String path, String text) {}
