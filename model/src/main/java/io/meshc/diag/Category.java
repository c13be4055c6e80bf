package io.meshc.diag;

/// What a rule is about. The first digit of its id says the same: `MC0xxx` is invalid, and so on.
public enum Category {
  INVALID,
  SECURITY,
  TRAFFIC,
  REFERENCE,
  PORTABILITY,
  HYGIENE;

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
