package io.meshc.diag;

/// How bad a finding is. In this order: `compareTo` puts the worst last.
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
