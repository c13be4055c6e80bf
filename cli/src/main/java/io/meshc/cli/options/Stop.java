package io.meshc.cli.options;

/// The command cannot go on, and the user is told why in two lines. Thrown by the command line's own code alone, never by a
/// stage of the pipeline; only `Main` catches it.
public final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String help;

  private Stop(int status, String message, String help) {
    super(message, null, false, false);
    this.status = status;
    this.help = help;
  }

  /// What the user typed is no command that meshc knows.
  public static Stop usage(String message, String help) {
    return new Stop(Exit.USAGE, message, help);
  }

  /// What was asked for is there, but it cannot be read or written.
  public static Stop incomplete(String message, String help) {
    return new Stop(Exit.INCOMPLETE, message, help);
  }

  public int status() {
    return status;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public String help() {
    return help;
  }
}
