package io.meshc.cli;

import io.meshc.cli.config.Words;
import io.meshc.cli.options.Choice;
import io.meshc.cli.options.Exit;
import io.meshc.cli.options.Given;
import io.meshc.cli.options.Stop;
import io.meshc.cli.query.AnswerJson;
import io.meshc.cli.query.AnswerText;
import io.meshc.cli.query.Asked;
import io.meshc.cli.query.ReadRequests;
import io.meshc.cli.query.RequestLine;
import io.meshc.diag.Problem;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Decision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `meshc query`: all requests are read before the first is decided, so that a wrong one leaves no half of the answers; then each
/// answer is told before the next is asked.
final class Ask {
  private final QueryCommand options;
  private final Session session;
  private final Map<String, Decide> decides;
  private int unexpected;

  /// @param decides by the environment that the client stands in
  private Ask(QueryCommand options, Session session, Map<String, Decide> decides) {
    this.options = options;
    this.session = session;
    this.decides = decides;
  }

  static int run(QueryCommand options, Session session) {
    Choice.of("--format", options.format.get(), List.of("text", "json"));
    Choice.of(options.input.color, Words.COLOR);
    if (!options.expect.get().isEmpty()) {
      Choice.of("--expect", options.expect.get(), List.of("allow", "deny"));
    }
    if (options.requests.get().equals("-") && options.input.paths.get().contains("-")) {
      throw Stop.usage("`-` cannot be both the configuration and the requests", "");
    }
    List<Asked> requests =
        options.requests.get().isEmpty() ? List.of(asked(options)) : requests(options, session);
    var cluster = Inputs.cluster(options.input, session);
    Input input = Inputs.readMeshes(options.input, session);
    Map<String, Understood> all =
        input.understand(options.input.config().meshes(), it -> it, cluster.get());
    requests.forEach(it -> expectKnown(it, all, options));
    all.values().forEach(it -> warn(it, options, session));
    var decides = new HashMap<String, Decide>();
    all.forEach((name, it) -> decides.put(name, Decide.in(it.lookup())));
    var ask = new Ask(options, session, decides);
    requests.forEach(ask::answer);
    return all.values().stream().anyMatch(Understood::isIncomplete)
        ? Exit.INCOMPLETE
        : ask.unexpected > 0 ? Exit.FINDINGS : Exit.OK;
  }

  /// Where several clusters are read, each client stands in one of them.
  private static void expectKnown(Asked asked, Map<String, Understood> all, QueryCommand options) {
    String name = environment(asked, options);
    if (all.size() > 1 && name.isEmpty()) {
      throw Stop.usage(
          "which environment the client stands in is not said",
          "`--environment` names it, or `environment` of the request: "
              + Choice.listed(List.copyOf(all.keySet())));
    }
    if (!name.isEmpty() && !all.containsKey(name)) {
      throw Stop.usage(
          "`" + name + "` is not an environment that is read",
          all.size() > 1 ? "there is " + Choice.listed(List.copyOf(all.keySet())) : "");
    }
  }

  private static String environment(Asked asked, QueryCommand options) {
    return asked.environment().isEmpty() ? options.input.environment.get() : asked.environment();
  }

  /// What meshc could not read cannot decide anything, so the answers may not be those of the real mesh.
  private static void warn(Understood understood, QueryCommand options, Session session) {
    long broken = understood.problems().stream().filter(it -> breaks(it.kind())).count();
    if (broken > 0 && !options.input.quiet.get()) {
      String what = broken == 1 ? "1 problem" : broken + " problems";
      session.say(what + " in the input may change the answer", "`meshc lint` shows them");
    }
  }

  private static boolean breaks(Problem.Kind kind) {
    return switch (kind) {
      case NOT_YAML,
          NOT_TEXT,
          TEMPLATED,
          UNKNOWN_KIND,
          UNKNOWN_FIELD,
          MISSING_FIELD,
          INVALID_VALUE,
          NULL_VALUE,
          UNLISTED_VALUE,
          OUT_OF_RANGE,
          PATTERN_MISMATCH,
          FORMAT_MISMATCH,
          WRONG_LENGTH,
          WRONG_COUNT,
          REPEATED_ITEM,
          CONFLICTING_FIELDS,
          VIOLATED_RULE,
          INVALID_REGEX,
          DUPLICATE_OBJECT,
          UNREADABLE ->
          true;
      case NOT_AN_OBJECT,
          DUPLICATE_KEY,
          REPEATED_OBJECT,
          NOT_MODELLED,
          NOT_CARRIED,
          UNCHECKED_RULE,
          BROKEN_DEFINITION ->
          false;
    };
  }

  private void answer(Asked asked) {
    String name = environment(asked, options);
    Decide decide =
        Optional.ofNullable(decides.get(name)).orElseGet(() -> decides.values().iterator().next());
    Decision decision = decide.answer(asked.question());
    if (options.format.get().equals("json")) {
      AnswerJson.write(asked.id(), decision, session.out());
    } else {
      AnswerText.write(
          asked, decision, Reports.paint(options.input.color.get(), session), session.out());
    }
    if (!options.expect.get().isEmpty()
        && !decision.verdict().label().equals(options.expect.get())) {
      unexpected++;
      String which = asked.id().isEmpty() ? "" : "request `" + asked.id() + "`: ";
      session.say(
          which
              + "expected `"
              + options.expect.get()
              + "`, the answer is `"
              + decision.verdict().label()
              + "`",
          "");
    }
  }

  private static List<Asked> requests(QueryCommand options, Session session) {
    var reader = new ReadRequests();
    var requests = new ArrayList<Asked>();
    String file = options.requests.get().equals("-") ? "standard input" : options.requests.get();
    try (var lines =
        new BufferedReader(new InputStreamReader(open(options, session), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          requests.add(read(reader, line, file + ":" + number));
        }
      }
      return requests;
    } catch (IOException e) {
      throw Stop.incomplete(
          "`" + options.requests.get() + "` cannot be read: " + e.getMessage(), "");
    }
  }

  private static InputStream open(QueryCommand options, Session session) throws IOException {
    if (options.requests.get().equals("-")) {
      return session.in();
    }
    if (!Files.isReadable(session.file(options.requests.get()))) {
      throw Stop.usage(
          "`" + options.requests.get() + "` does not exist", "`--requests` takes a file, or `-`");
    }
    return Files.newInputStream(session.file(options.requests.get()));
  }

  private static Asked read(ReadRequests requests, String line, String place) {
    try {
      return requests.read(line);
    } catch (Asked.Fault fault) {
      throw Stop.usage(
          place + ": " + fault.message(),
          "a line is such as {\"from\": \"sa:shop/web\", \"to\": \"db.shop:80\"}");
    }
  }

  private static Asked asked(QueryCommand options) {
    if (options.from.get().isEmpty()
        || options.to.get().isEmpty()
        || options.from.get().equals("*")
        || options.path.get().equals("*")) {
      String missing =
          options.to.get().isEmpty()
              ? "--to"
              : options.path.get().equals("*") ? "--path" : "--from";
      throw Stop.usage(
          "`" + missing + "` is open, and this version does not answer open questions",
          "such as `meshc query --from sa:shop/web --to db.shop:80`; `--from outside` is a client"
              + " outside the mesh");
    }
    Choice.of("--protocol", options.protocol.get(), List.of("http", "http2", "grpc", "tcp", "tls"));
    var line =
        new RequestLine(
            "",
            options.from.get().equals("outside")
                ? Optional.empty()
                : Optional.of(options.from.get()),
            options.to.get(),
            options.protocol.get(),
            options.method.get(),
            options.authority.get().isEmpty()
                ? Optional.empty()
                : Optional.of(options.authority.get()),
            options.path.get(),
            headers(options.headers.get()),
            options.via.get(),
            options.plaintext.get(),
            given(options.scheme),
            given(options.sni),
            given(options.sourceIp),
            given(options.remoteIp),
            options.token.get(),
            claims(options.claims.get()),
            "");
    try {
      return Asked.of(line);
    } catch (Asked.Fault fault) {
      throw Stop.usage(fault.message(), "`meshc query --help` shows the options");
    }
  }

  private static Optional<String> given(Given<String> option) {
    return option.get().isEmpty() ? Optional.empty() : Optional.of(option.get());
  }

  /// A claim that is given several times is a list.
  private static Map<String, Object> claims(List<String> written) {
    var claims = new HashMap<String, Object>();
    for (String claim : written) {
      int sign = claim.indexOf('=');
      if (sign <= 0) {
        throw Stop.usage("`" + claim + "` is not NAME=VALUE", "such as `--claim sub=alice`");
      }
      String name = claim.substring(0, sign);
      String value = claim.substring(sign + 1);
      claims.merge(name, value, Ask::both);
    }
    return claims;
  }

  private static Object both(Object before, Object next) {
    var all = new ArrayList<Object>(before instanceof List<?> list ? list : List.of(before));
    all.add(next);
    return List.copyOf(all);
  }

  private static Map<String, List<String>> headers(List<String> written) {
    var headers = new HashMap<String, List<String>>();
    for (String header : written) {
      int sign = header.indexOf('=');
      if (sign <= 0) {
        throw Stop.usage(
            "`" + header + "` is not NAME=VALUE", "such as `--header user-agent=test`");
      }
      headers
          .computeIfAbsent(
              header.substring(0, sign).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.substring(sign + 1));
    }
    return headers;
  }
}
