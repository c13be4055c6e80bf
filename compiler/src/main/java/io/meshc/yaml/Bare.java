package io.meshc.yaml;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bare part of a text: what stands outside of quotes, comments and block scalars. Works on
/// broken YAML too, line by line and by rule of thumb, as it is asked about text that no parser
/// takes.
final class Bare {
  private static final Pattern BLOCK_HEADER = Pattern.compile("(?:^|[\\s:-])[|>][-+0-9]{0,2}\\s*$");

  private final String text;
  private final char[] code;
  private final char[] comments;
  private char quote;
  private int blockIndent = -1;

  private Bare(String text) {
    this.text = text;
    this.code = new char[text.length()];
    this.comments = new char[text.length()];
  }

  /// Two texts of the same length and lines: all but code blanked out, all but comments blanked
  /// out.
  record Split(String code, String comments) {}

  static Split split(String text) {
    var bare = new Bare(text);
    for (int start = 0; start < text.length(); start = Lines.next(text, start)) {
      int end = Lines.end(text, start);
      bare.line(start, end);
      for (int at = end; at < Math.min(Lines.next(text, start), text.length()); at++) {
        bare.code[at] = text.charAt(at);
        bare.comments[at] = text.charAt(at);
      }
    }
    return new Split(new String(bare.code), new String(bare.comments));
  }

  /// The innermost bracket or brace that is opened and never closed.
  static OptionalInt openBracket(String text) {
    String code = split(text).code();
    var open = new ArrayDeque<Integer>();
    boolean tokenStart = true;
    for (int at = 0; at < code.length(); at++) {
      char c = code.charAt(at);
      if ((c == '[' || c == '{') && (tokenStart || !open.isEmpty())) {
        open.push(at);
      } else if ((c == ']' || c == '}') && !open.isEmpty()) {
        open.pop();
      }
      tokenStart = Character.isWhitespace(c) ? tokenStart || c == '\n' : "-:,[{?".indexOf(c) >= 0;
    }
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peek());
  }

  private void line(int start, int end) {
    Arrays.fill(code, start, end, ' ');
    Arrays.fill(comments, start, end, ' ');
    int first = start;
    while (first < end && text.charAt(first) == ' ') {
      first++;
    }
    if (blockIndent >= 0 && (first == end || first - start > blockIndent)) {
      return;
    }
    blockIndent = -1;
    scan(first, end);
    if (quote == 0) {
      blockIndent = blockHeader(start, end);
    }
  }

  private void scan(int from, int end) {
    boolean tokenStart = true;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        if (c == '\\' && quote == '"') {
          at++;
        } else if (c == quote) {
          quote = 0;
        }
        continue;
      }
      if (c == '#' && (at == from || isSpace(text.charAt(at - 1)))) {
        text.getChars(at, end, comments, at);
        return;
      }
      if ((c == '"' || c == '\'') && tokenStart) {
        quote = c;
        continue;
      }
      code[at] = c;
      tokenStart = isSpace(c) ? tokenStart : "-:,[{?".indexOf(c) >= 0;
    }
  }

  /// The indentation that a block scalar's text has to exceed, or -1 if the line opens none.
  private int blockHeader(int start, int end) {
    Matcher header = BLOCK_HEADER.matcher(new String(code, start, end - start));
    if (!header.find()) {
      return -1;
    }
    int column = 0;
    int key = 0;
    while (column < header.start()
        && (code[start + column] == ' ' || code[start + column] == '-')) {
      column++;
      key = code[start + column] == ' ' || code[start + column] == '-' ? key : column;
    }
    return key;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
