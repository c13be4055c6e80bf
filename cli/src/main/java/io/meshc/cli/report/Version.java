package io.meshc.cli.report;

import java.util.Optional;

/// Which meshc this is.
public final class Version {
  private Version() {}

  /// From the jar's manifest; `0.0.0-development` for classes that nobody packaged.
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.0.0-development");
  }

  public static String line() {
    return "meshc " + number();
  }
}
