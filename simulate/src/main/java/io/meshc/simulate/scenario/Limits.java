package io.meshc.simulate.scenario;

import io.meshc.diag.Problem;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;

/// What a scenario may name: nothing off the loopback interface, nothing outside of the directory of the run, and no more than a
/// machine bears.
final class Limits {
  static final int MOST_REQUESTS = 1_000_000;
  static final int MOST_AT_ONCE = 1000;
  static final int LONGEST = 3_600_000;
  static final int LAST_PORT = 65_535;

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}|localhost");
  private static final Pattern OUTSIDE =
      Pattern.compile("(^|.*/)\\.\\.(/.*|$)|/.*|.*[\\\\\\x00].*");
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\x00-\\x1f]+");

  private final List<Problem> problems;

  Limits(List<Problem> problems) {
    this.problems = problems;
  }

  /// A whole number, and whether it is one that can be.
  int number(Fields fields, String name, int otherwise, int least, int most) {
    Optional<At<Integer>> read = fields.integer(name);
    int value = read.map(At::value).orElse(otherwise);
    if (read.isPresent() && (value < least || value > most)) {
      say(fields.origin(name), "`" + name + "` is " + value, "it is from " + least + " to " + most);
    }
    return value;
  }

  int port(Origin origin, int number) {
    if (number < 1 || number > LAST_PORT) {
      say(origin, "there is no port " + number, "");
    }
    return number;
  }

  String address(Origin origin, String address) {
    if (!LOOPBACK.matcher(address).matches()) {
      say(
          origin,
          "`" + address + "` is no address of the loopback interface",
          "such as 127.0.1.11");
    }
    return address;
  }

  /// A path below the directory that it is about.
  String below(Origin origin, String path) {
    if (OUTSIDE.matcher(path).matches()) {
      say(origin, "`" + path + "` does not stay below its directory", "");
    }
    return path;
  }

  /// What becomes the name of a file or of a header's value.
  String name(Origin origin, String name) {
    if (!NAME.matcher(name).matches() || name.startsWith("..")) {
      say(origin, "`" + name + "` cannot be a name", "");
    }
    return name;
  }

  String serverName(Origin origin, String name) {
    try {
      return name.isEmpty() ? name : new SNIHostName(name).getAsciiName();
    } catch (IllegalArgumentException _) {
      say(origin, "`" + name + "` is no server name that a client can ask for", "");
      return "";
    }
  }

  void say(Origin origin, String message, String help) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, help));
  }
}
