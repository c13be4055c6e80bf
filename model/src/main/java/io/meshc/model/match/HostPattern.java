package io.meshc.model.match;

import java.util.Locale;

/// A host, or all hosts with an ending: `a.b`, `*.b`, `*`. Letter case does not count.
///
/// @param text in lower case
public record HostPattern(String text) implements Comparable<HostPattern> {
  public HostPattern {
    text = text.toLowerCase(Locale.ROOT);
  }

  public boolean isWild() {
    return text.startsWith("*");
  }

  /// Whether every host of the other is one of these.
  public boolean covers(HostPattern other) {
    if (!isWild()) {
      return text.equals(other.text);
    }
    return (other.text.length() > ending().length() && other.text.endsWith(ending()))
        || text.equals(other.text);
  }

  public boolean accepts(String host) {
    return covers(new HostPattern(host));
  }

  /// Whether there may be a host that both accept.
  public boolean meets(HostPattern other) {
    return covers(other) || other.covers(this);
  }

  private String ending() {
    return text.substring(1);
  }

  /// The more specific one first: exact before wild, then the longer before the shorter.
  @Override
  public int compareTo(HostPattern other) {
    if (isWild() != other.isWild()) {
      return isWild() ? 1 : -1;
    }
    int byLength = Integer.compare(other.text.length(), text.length());
    return byLength != 0 ? byLength : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
