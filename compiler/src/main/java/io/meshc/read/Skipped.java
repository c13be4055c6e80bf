package io.meshc.read;

import java.util.Comparator;

/// A file or directory that was left out on purpose.
///
/// @param path as a user would say it
/// @param files how many files that meshc would have read; 1 where nobody counted
public record Skipped(String path, Why why, int files) implements Comparable<Skipped> {

  public enum Why {
    HELM_TEMPLATE("templates of a Helm chart"),
    IGNORED("named by .gitignore"),
    LINK_OUTSIDE("symbolic link that leaves the directory"),
    SUBMODULE("Git submodule"),
    OUTPUT("written by meshc itself"),
    SPECIAL("pipe, socket or device");

    private final String described;

    Why(String described) {
      this.described = described;
    }

    public String described() {
      return described;
    }
  }

  @Override
  public int compareTo(Skipped other) {
    return Comparator.comparing(Skipped::path).thenComparing(Skipped::why).compare(this, other);
  }
}
