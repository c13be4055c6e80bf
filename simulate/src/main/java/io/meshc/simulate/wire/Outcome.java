package io.meshc.simulate.wire;

import java.util.Map;

/// What became of one request or one exchange.
public sealed interface Outcome {
  Map<String, String> NO_HEADERS = Map.of();

  /// From the first byte of the connection to the last of the answer.
  double millis();

  /// @param status of HTTP; 0 of a TCP exchange
  /// @param headers names in lower case
  record Answered(int status, Map<String, String> headers, String body, double millis)
      implements Outcome {
    public Answered {
      headers = Map.copyOf(headers);
    }
  }

  /// Refused, reset, failed in the handshake, or closed without an answer. Never the same as a 403.
  record Refused(String why, double millis) implements Outcome {}

  /// The stub application that answered; `nobody` where none did.
  default String servedBy() {
    return this instanceof Answered it
        ? it.headers().getOrDefault("x-stub-app", "nobody")
        : "nobody";
  }

  /// The status, `answered` or `refused`.
  default String label() {
    return switch (this) {
      case Answered it -> it.status() == 0 ? "answered" : Integer.toString(it.status());
      case Refused _ -> "refused";
    };
  }

  /// For people.
  default String shown() {
    return switch (this) {
      case Refused it -> "no answer (" + it.why() + ")";
      case Answered it ->
          label()
              + (servedBy().equals("nobody") ? "" : " by " + servedBy())
              + " in "
              + Math.round(it.millis())
              + " ms";
    };
  }
}
