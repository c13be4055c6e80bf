package io.meshc.rules.istio.value;

import io.meshc.model.match.Regex;
import java.nio.charset.StandardCharsets;

/// Regular expressions that Envoy is given. Istio takes the length of the text for the size of the program.
public final class RegexText {
  private static final int MOST = 1024;

  private RegexText() {}

  public static String fault(String regex) {
    if (regex.isEmpty()) {
      return "it is empty";
    }
    if (regex.length() > MOST || regex.getBytes(StandardCharsets.UTF_8).length > MOST) {
      return "it is longer than " + MOST + " bytes";
    }
    return Regex.fault(regex);
  }
}
