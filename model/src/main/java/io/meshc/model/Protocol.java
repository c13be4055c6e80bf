package io.meshc.model;

/// How a proxy reads what comes in at a port.
public enum Protocol {
  HTTP,
  TCP,
  /// The proxy looks at the first bytes: HTTP where they are HTTP, else TCP.
  SNIFFED;

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
