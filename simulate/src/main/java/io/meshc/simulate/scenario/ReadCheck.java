package io.meshc.simulate.scenario;

import static io.meshc.simulate.scenario.ReadScenario.text;

import io.meshc.diag.Problem;
import io.meshc.simulate.pki.Authority;
import io.meshc.simulate.pki.Tokens;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of `checks`. Which kind it is, the one key says that each kind has to have.
final class ReadCheck {
  private static final Pattern URL =
      Pattern.compile("(https?)://([^/?#:]+)(?::([0-9]{1,5}))?([^#]*)(?:#.*)?");
  private static final Pattern ADDRESS = Pattern.compile("([^:]+):([0-9]{1,5})");

  private final List<Problem> problems;
  private final Limits limits;
  private final Set<String> workloads;
  private final Set<String> callers;
  private final Set<String> issuers;

  ReadCheck(
      List<Problem> problems, Set<String> workloads, Set<String> callers, Set<String> issuers) {
    this.problems = problems;
    this.limits = new Limits(problems);
    this.workloads = workloads;
    this.callers = callers;
    this.issuers = issuers;
  }

  Optional<Check> check(Fields fields) {
    Optional<String> name = fields.required("name", fields::string).map(At::value);
    Optional<Check> read = name.flatMap(it -> kind(fields, it));
    fields.done();
    return read;
  }

  private Optional<Check> kind(Fields fields, String name) {
    if (fields.has("tcp")) {
      return tcp(fields, name);
    }
    if (fields.has("stat")) {
      return statistic(fields, name);
    }
    if (fields.has("replace_file")) {
      return fields.object("replace_file").map(it -> replace(it, name));
    }
    if (fields.has("pause_ms")) {
      return Optional.of(new Check.Pause(name, millis(fields, "pause_ms", 0)));
    }
    if (fields.has("url")) {
      return http(fields, name);
    }
    say(fields.origin(), "check `" + name + "` does nothing");
    return Optional.empty();
  }

  private int millis(Fields fields, String name, int otherwise) {
    return limits.number(fields, name, otherwise, 0, Limits.LONGEST);
  }

  private Check replace(Fields fields, String name) {
    var read = new Check.Replace(name, file(fields, "target"), file(fields, "source"));
    fields.done();
    return read;
  }

  private String file(Fields fields, String name) {
    String path = fields.required(name, fields::string).map(At::value).orElse("");
    return limits.below(fields.origin(name), path);
  }

  private Optional<Check> statistic(Fields fields, String name) {
    String workload = fields.required("workload", fields::string).map(At::value).orElse("");
    if (!workloads.contains(workload)) {
      say(fields.origin("workload"), "there is no workload `" + workload + "`");
    }
    String stat = text(fields, "stat", "");
    return Optional.of(
        new Check.Statistic(
            name, millis(fields, "eventually_ms", 0), workload, stat, ReadExpect.bounds(fields)));
  }

  private Optional<Check> tcp(Fields fields, String name) {
    Optional<Check.Towards> towards = towards(fields);
    Expect expect = expect(fields);
    return towards.map(it ->
        new Check.Tcp(
            name,
            millis(fields, "eventually_ms", 0),
            it,
            limits.number(fields, "tcp", 0, 1, Limits.LAST_PORT),
            text(fields, "send", "ping"),
            repeat(fields),
            expect));
  }

  private Optional<Check> http(Fields fields, String name) {
    String url = text(fields, "url", "");
    Matcher parts = URL.matcher(url);
    Optional<Check.Towards> towards = towards(fields);
    Expect expect = expect(fields);
    boolean http2 = fields.bool("http2").map(At::value).orElse(false);
    if (http2 && (fields.has("body") || expect.looksInside())) {
      say(fields.origin(), "over HTTP/2 there is no body, and only the status is read");
    }
    if (!parts.matches()) {
      say(fields.origin("url"), "`" + url + "` is no URL of HTTP");
      return Optional.empty();
    }
    String port = Optional.ofNullable(parts.group(3)).orElse("");
    int usual = parts.group(1).equals("https") ? 443 : 80;
    // A query that is empty is none, as those read URLs who made this form.
    String path = parts.group(4).replaceFirst("\\?$", "");
    int number = port.isEmpty() ? usual : Integer.parseInt(port);
    limits.port(fields.origin("url"), number);
    var headers = new LinkedHashMap<String, String>();
    ReadScenario.texts(fields.stringMap("headers"))
        .forEach((key, value) -> headers.put(key.toLowerCase(Locale.ROOT), value));
    return towards.map(it ->
        new Check.Http(
            name,
            millis(fields, "eventually_ms", 0),
            it,
            number,
            parts.group(2) + (port.isEmpty() ? "" : ":" + port),
            path.startsWith("/") ? path : "/" + path,
            text(fields, "method", "GET"),
            headers,
            fields.string("body").map(At::value),
            http2,
            fields.object("jwt").map(this::token),
            repeat(fields),
            expect));
  }

  private Expect expect(Fields fields) {
    Optional<Fields> found = fields.required("expect", fields::object);
    if (found.isEmpty()) {
      return Expect.status();
    }
    if (found.get().entries().isEmpty()) {
      say(fields.origin("expect"), "nothing is expected");
    }
    return ReadExpect.read(found.get(), problems);
  }

  private Check.Repeat repeat(Fields fields) {
    return new Check.Repeat(
        limits.number(fields, "count", 1, 1, Limits.MOST_REQUESTS),
        limits.number(fields, "concurrency", 1, 1, Limits.MOST_AT_ONCE),
        millis(fields, "timeout_ms", Check.Repeat.PATIENCE));
  }

  private Optional<Check.Towards> towards(Fields fields) {
    Optional<At<String>> from = fields.string("from");
    Optional<At<String>> direct = fields.string("direct");
    Optional<Check.TlsClient> tls = fields.object("tls").map(this::tls);
    if (from.isPresent() == direct.isPresent()) {
      say(fields.origin(), "a check has one of `from` and `direct`");
      return Optional.empty();
    }
    if (from.isPresent()) {
      if (!callers.contains(from.get().value())) {
        String message = "`" + from.get() + "` is no workload with an outbound address";
        say(from.get().origin(), message);
      }
      return Optional.of(new Check.Towards(new Check.Peer.ProxyOf(from.get().value()), tls));
    }
    Matcher address = ADDRESS.matcher(direct.get().value());
    if (!address.matches()) {
      say(direct.get().origin(), "`" + direct.get() + "` is no address with a port");
      return Optional.empty();
    }
    Origin origin = direct.get().origin();
    var past =
        new Check.Peer.Past(
            limits.address(origin, address.group(1)),
            limits.port(origin, Integer.parseInt(address.group(2))));
    return Optional.of(new Check.Towards(past, tls));
  }

  private Check.TlsClient tls(Fields fields) {
    String identity = text(fields, "identity", "");
    if (!identity.isEmpty() && !Authority.isIdentity(identity)) {
      say(fields.origin("identity"), "`" + identity + "` is not `ns/NAMESPACE/sa/ACCOUNT`");
    }
    var read =
        new Check.TlsClient(
            identity,
            limits.name(fields.origin("ca"), text(fields, "ca", Authority.MESH)),
            limits.serverName(fields.origin("sni"), text(fields, "sni", "")),
            fields.strings("alpn").stream().map(At::value).toList(),
            limits.name(fields.origin("trust"), text(fields, "trust", Authority.MESH)));
    fields.done();
    return read;
  }

  private Tokens.Wanted token(Fields fields) {
    Optional<Fields> claims = fields.object("claims");
    var read =
        new Tokens.Wanted(
            text(fields, "issuer", ""),
            claims.map(Fields::entries).orElse(List.of()),
            fields.bool("expired").map(At::value).orElse(false),
            text(fields, "signed_by", ""));
    for (Map.Entry<String, String> it :
        Map.of("issuer", read.issuer(), "signed_by", read.signedBy()).entrySet()) {
      if (!issuers.contains(it.getValue())
          && (it.getKey().equals("issuer") || !it.getValue().isEmpty())) {
        say(fields.origin(it.getKey()), "there is no issuer `" + it.getValue() + "`");
      }
    }
    fields.done();
    return read;
  }

  private void say(Origin origin, String message) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, ""));
  }
}
