package io.meshc.simulate.scenario;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.simulate.pki.Authority;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A scenario file, JSON or YAML → [Scenario], or what is wrong with it.
public final class ReadScenario {
  private static final Map<String, Scenario.Speaks> PROTOCOLS =
      new TreeMap<>(
          Map.of(
              "http", Scenario.Speaks.HTTP,
              "tcp", Scenario.Speaks.TCP,
              "tcp-server-first", Scenario.Speaks.TCP_SERVER_FIRST));

  private final List<Problem> problems;
  private final Limits limits;

  private ReadScenario(List<Problem> problems) {
    this.problems = problems;
    this.limits = new Limits(problems);
  }

  /// @return empty where nothing of it may be used; then there is a problem
  public static Outcome<Optional<Scenario>> read(SourceFile file) {
    Outcome<List<Document>> parsed = ParseYaml.parse(file);
    var problems = new ArrayList<>(parsed.problems());
    if (parsed.value().size() != 1) {
      var start = new Origin(file.path(), "", Span.FILE_START);
      String message = "a scenario is one document, not " + parsed.value().size();
      problems.add(new Problem(Problem.Kind.INVALID_VALUE, start, message, ""));
    }
    if (!problems.isEmpty()) {
      return new Outcome<>(Optional.empty(), problems);
    }
    Scenario scenario =
        new ReadScenario(problems).scenario(Fields.of(parsed.value().getFirst(), problems));
    return new Outcome<>(problems.isEmpty() ? Optional.of(scenario) : Optional.empty(), problems);
  }

  private Scenario scenario(Fields fields) {
    var workloads = new ArrayList<Scenario.Proxied>();
    fields.objects("workloads").forEach(it -> workloads.add(workload(it)));
    var stubs = new ArrayList<Scenario.App>();
    fields.objects("stubs").forEach(it -> stubs.add(app(it, "")));
    var certificates = new ArrayList<Scenario.ServerCertificate>();
    fields.objects("server_certs").forEach(it -> certificates.add(certificate(it)));
    var issuers = new ArrayList<Scenario.Issuer>();
    fields.objects("issuers").forEach(it -> issuers.add(issuer(it)));
    var checks = new ArrayList<Check>();
    var read =
        new ReadCheck(
            problems, names(workloads), callers(workloads), names(issuers, it -> it.name()));
    fields.objects("checks").forEach(it -> read.check(it).ifPresent(checks::add));
    var scenario =
        new Scenario(
            text(fields, "description", ""),
            text(fields, "trust_domain", Scenario.TRUST_DOMAIN),
            fields.strings("address_blocks").stream().map(At::value).toList(),
            rewrite(fields),
            workloads,
            stubs,
            issuers,
            certificates,
            checks);
    together(scenario, fields.origin());
    fields.done();
    return scenario;
  }

  /// Which stands in the configurations: some text.
  private Map<String, String> rewrite(Fields fields) {
    Map<String, String> rewrite = texts(fields.stringMap("rewrite"));
    expect(!rewrite.containsKey(""), fields.origin("rewrite"), "nothing cannot be rewritten");
    return rewrite;
  }

  private static Set<String> names(List<Scenario.Proxied> workloads) {
    return names(workloads, Scenario.Proxied::name);
  }

  private static <T> Set<String> names(List<T> all, java.util.function.Function<T, String> name) {
    return all.stream().map(name).collect(Collectors.toSet());
  }

  private static Set<String> callers(List<Scenario.Proxied> workloads) {
    return names(workloads.stream().filter(it -> !it.outbound().isEmpty()).toList());
  }

  /// What no part of the file shows alone.
  private void together(Scenario scenario, Origin origin) {
    var workloads = new HashSet<String>();
    for (Scenario.Proxied it : scenario.workloads()) {
      expect(workloads.add(it.name()), origin, "two workloads are named `" + it.name() + "`");
    }
    var apps = new HashSet<String>();
    Set<String> hosts = names(scenario.certificates(), Scenario.ServerCertificate::directory);
    for (Scenario.App it : scenario.apps()) {
      expect(apps.add(it.name()), origin, "two applications are named `" + it.name() + "`");
      if (it.serves().isPresent() && it.serves().get() instanceof Scenario.Serves.AsHost host) {
        expect(
            hosts.contains(host.directory()),
            origin,
            "there is no certificate `" + host.directory() + "`");
      }
    }
    for (Check check : scenario.checks()) {
      var wanted = new HashSet<String>();
      if (check instanceof Check.Http it) {
        wanted.addAll(it.expect().hits().keySet());
      } else if (check instanceof Check.Tcp it) {
        wanted.addAll(it.expect().hits().keySet());
      }
      wanted.removeAll(apps);
      expect(
          wanted.isEmpty(),
          origin,
          "check `" + check.name() + "` names no application: " + String.join(", ", wanted));
    }
  }

  private void expect(boolean holds, Origin origin, String message) {
    if (!holds) {
      problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, ""));
    }
  }

  private Scenario.Proxied workload(Fields fields) {
    String name = fields.required("name", fields::string).map(At::value).orElse("");
    var apps = new ArrayList<Scenario.App>();
    fields.objects("apps").forEach(it -> apps.add(app(it, name)));
    var read =
        new Scenario.Proxied(
            name,
            limits.below(fields.origin("bootstrap"), text(fields, "bootstrap", "")),
            identity(fields, "identity"),
            text(fields, "outbound", ""),
            apps);
    if (!read.outbound().isEmpty()) {
      limits.address(fields.origin("outbound"), read.outbound());
    }
    limits.below(fields.origin("name"), name);
    fields.done();
    return read;
  }

  private String identity(Fields fields, String field) {
    String identity = text(fields, field, "");
    expect(
        identity.isEmpty() || Authority.isIdentity(identity),
        fields.origin(field),
        "`" + identity + "` is not `ns/NAMESPACE/sa/ACCOUNT`");
    return identity;
  }

  private Scenario.App app(Fields fields, String owner) {
    Optional<Scenario.Serves> serves =
        fields
            .string("tls_identity")
            .<Scenario.Serves>map(
                _ -> new Scenario.Serves.AsWorkload(identity(fields, "tls_identity")))
            .or(() -> fields.string("tls_cert").map(it -> new Scenario.Serves.AsHost(it.value())));
    fields.ignore("tls_cert");
    String protocol = text(fields, "protocol", "http");
    expect(
        PROTOCOLS.containsKey(protocol),
        fields.origin("protocol"),
        "protocol `" + protocol + "` is none of " + String.join(", ", PROTOCOLS.keySet()));
    var reactions = new ArrayList<Scenario.Reaction>();
    fields.objects("rules").forEach(it -> reactions.add(reaction(it)));
    var read =
        new Scenario.App(
            text(fields, "name", owner),
            limits.address(
                fields.origin("address"),
                fields.required("address", fields::string).map(At::value).orElse("")),
            limits.port(
                fields.origin("port"),
                fields.required("port", fields::integer).map(At::value).orElse(0)),
            PROTOCOLS.getOrDefault(protocol, Scenario.Speaks.HTTP),
            reactions,
            serves);
    limits.name(fields.origin("name"), read.name());
    fields.done();
    return read;
  }

  private Scenario.Reaction reaction(Fields fields) {
    var read =
        new Scenario.Reaction(
            text(fields, "path", "*"),
            text(fields, "method", ""),
            limits.number(fields, "first", Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
            limits.number(fields, "status", 200, 200, 999),
            limits.number(fields, "delay_ms", 0, 0, Limits.LONGEST),
            fields.bool("close").map(At::value).orElse(false));
    fields.done();
    return read;
  }

  private Scenario.Issuer issuer(Fields fields) {
    var read =
        new Scenario.Issuer(
            limits.name(
                fields.origin("name"),
                fields.required("name", fields::string).map(At::value).orElse("")),
            fields.required("issuer", fields::string).map(At::value).orElse(""),
            fields.strings("audiences").stream().map(At::value).toList(),
            text(fields, "key", ""));
    fields.done();
    return read;
  }

  private Scenario.ServerCertificate certificate(Fields fields) {
    var read =
        new Scenario.ServerCertificate(
            limits.below(
                fields.origin("directory"),
                fields.required("directory", fields::string).map(At::value).orElse("")),
            fields.strings("dns").stream().map(At::value).toList(),
            limits.name(fields.origin("ca"), text(fields, "ca", "public")));
    fields.done();
    return read;
  }

  static String text(Fields fields, String name, String otherwise) {
    return fields.string(name).map(At::value).orElse(otherwise);
  }

  static Map<String, String> texts(Map<String, At<String>> read) {
    var texts = new LinkedHashMap<String, String>();
    read.forEach((name, value) -> texts.put(name, value.value()));
    return texts;
  }
}
