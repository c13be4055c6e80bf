package io.meshc.simulate.run;

/// The run cannot go on: something outside is not as it has to be. Local to this package: [Simulate] makes a value of it.
final class CannotRun extends Exception {
  private static final long serialVersionUID = 1L;

  private final String help;

  CannotRun(String message, String help) {
    super(message, null, false, false);
    this.help = help;
  }

  CannotRun(String message) {
    this(message, "");
  }

  String said() {
    return String.valueOf(getMessage());
  }

  String help() {
    return help;
  }
}
