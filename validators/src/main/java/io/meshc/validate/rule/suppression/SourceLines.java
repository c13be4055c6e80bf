package io.meshc.validate.rule.suppression;

import java.util.regex.Pattern;

/// The lines of a text as YAML counts them, without their ends. Other characters that Unicode calls line ends are not.
public final class SourceLines {
  private static final Pattern END = Pattern.compile("\r\n|\r|\n");

  private SourceLines() {}

  public static String[] of(String text) {
    return END.split(text, -1);
  }
}
