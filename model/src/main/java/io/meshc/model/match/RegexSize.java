package io.meshc.model.match;

/// How large a regular expression becomes: counted repetitions are written out before anything is matched, and nested ones multiply.
/// Go refuses those that become too large; the library that meshc uses would run out of memory.
public final class RegexSize {
  /// In characters, classes and the like. What people write stays below some thousand.
  static final long MAX = 200_000;

  private final String text;
  private int at;

  private RegexSize(String text) {
    this.text = text;
  }

  /// Whether it can be compiled. Says nothing of what is wrong with it otherwise.
  public static boolean fits(String text) {
    return text.indexOf('{') < 0
        ? text.length() <= MAX
        : new RegexSize(text).alternatives(0) <= MAX;
  }

  /// Up to the end of the group or of the text. Groups that are nested deeper than any stack are left to the compiler's own limit.
  private long alternatives(int depth) {
    long sum = 1;
    long last = 0;
    while (at < text.length() && sum <= MAX) {
      char next = text.charAt(at++);
      if (next == ')') {
        break;
      }
      if (next == '{') {
        long times = repetition();
        sum += last * Math.max(times - 1, 0);
        last *= Math.max(times, 1);
      } else if (next != '*' && next != '+' && next != '?') {
        last = atom(next, depth);
        sum += last;
      }
    }
    return sum;
  }

  private long atom(char first, int depth) {
    if (first == '(' && depth < 200) {
      return 1 + alternatives(depth + 1);
    }
    if (first == '[') {
      skipClass();
    } else if (first == '\\') {
      at++;
    }
    return 1;
  }

  /// `]` right behind the start, or behind a `^` there, is one of the characters.
  private void skipClass() {
    at += at < text.length() && text.charAt(at) == '^' ? 1 : 0;
    at += at < text.length() && text.charAt(at) == ']' ? 1 : 0;
    while (at < text.length() && text.charAt(at) != ']') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /// The larger of the numbers of `{2}`, `{2,}` or `{2,5}`; 1 for a brace that is none of these.
  private long repetition() {
    int end = text.indexOf('}', at);
    if (end < 0 || end - at > 12) {
      return 1;
    }
    long most = 0;
    for (String number : text.substring(at, end).split(",", 2)) {
      if (!number.isEmpty() && !number.chars().allMatch(it -> it >= '0' && it <= '9')) {
        return 1;
      }
      most = Math.max(most, number.isEmpty() ? 0 : Long.parseLong(number));
    }
    at = end + 1;
    return most;
  }
}
