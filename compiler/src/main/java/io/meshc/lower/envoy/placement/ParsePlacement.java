package io.meshc.lower.envoy.placement;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.envoy.Address;
import io.meshc.model.match.AddressBlock;
import io.meshc.source.At;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text of a placement file → what it says, and every problem with it.
public final class ParsePlacement {
  private static final String LOOPBACK = "127.0.0.1";
  private final List<Problem> problems = new ArrayList<>();

  private ParsePlacement() {}

  public static Outcome<Placement> parse(SourceFile file) {
    Outcome<List<Document>> parsed = ParseYaml.parse(file);
    var parse = new ParsePlacement();
    parse.problems.addAll(parsed.problems());
    Placement placement =
        parsed.value().isEmpty()
            ? Placement.NONE
            : parse.top(Fields.of(parsed.value().getFirst(), parse.problems));
    return new Outcome<>(placement, parse.problems);
  }

  private Placement top(Fields top) {
    Optional<At<String>> domain = top.string("trustDomain");
    Optional<String> certificates = top.string("certificates").map(At::value);
    var jwks = new HashMap<String, String>();
    top.stringMap("jwks").forEach((uri, path) -> jwks.put(uri, path.value()));
    Map<String, List<Address>> endpoints =
        top.object("endpoints").map(this::endpoints).orElse(Map.of());
    List<Placement.Spot> workloads =
        top.objects("workloads").stream().flatMap(it -> spot(it).stream()).toList();
    top.done();
    return new Placement(domain, certificates, jwks, endpoints, workloads);
  }

  private Map<String, List<Address>> endpoints(Fields section) {
    var endpoints = new HashMap<String, List<Address>>();
    for (String key : section.entries().stream().map(it -> it.key()).toList()) {
      List<At<String>> written = section.strings(key);
      endpoints.put(key, written.stream().flatMap(it -> address(it).stream()).toList());
    }
    section.done();
    return endpoints;
  }

  private Optional<Placement.Spot> spot(Fields entry) {
    Optional<At<String>> name = entry.required("name", entry::string);
    Optional<At<String>> namespace = entry.required("namespace", entry::string);
    var addresses = new ArrayList<String>();
    entry.string("address").flatMap(this::bare).ifPresent(addresses::add);
    entry.strings("addresses").forEach(it -> bare(it).ifPresent(addresses::add));
    String application = entry.string("application").flatMap(this::bare).orElse(LOOPBACK);
    String outbound = entry.string("outbound").flatMap(this::bare).orElse(LOOPBACK);
    Optional<Address> admin = entry.string("admin").flatMap(this::address);
    // Which layout a machine starts with, and that it is a gateway: both follow from the rest.
    entry.string("xds");
    entry.bool("gateway");
    boolean proxied =
        entry
            .string("proxy")
            .map(it -> it.value().equals("envoy") || unknownProxy(it))
            .orElse(true);
    entry.done();
    if (name.isEmpty() || namespace.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Placement.Spot(
            namespace.get().value(),
            name.get().value(),
            addresses,
            application,
            outbound,
            admin,
            proxied,
            entry.origin()));
  }

  private boolean unknownProxy(At<String> proxy) {
    if (!proxy.value().equals("none")) {
      invalid(proxy, "`proxy` is `envoy` or `none`, not `" + proxy.value() + "`");
      return true;
    }
    return false;
  }

  /// `127.0.0.1`, `::1`: Envoy listens at no name.
  private Optional<String> bare(At<String> text) {
    boolean whole = AddressBlock.of(text.value()).isPresent() && !text.value().contains("/");
    if (!whole) {
      invalid(text, "`" + text.value() + "` is no address");
    }
    return whole ? Optional.of(text.value()) : Optional.empty();
  }

  /// `127.0.0.1:15000`, `[::1]:15000`
  private Optional<Address> address(At<String> text) {
    int colon = text.value().lastIndexOf(':');
    String port = text.value().substring(colon + 1);
    if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
      invalid(text, "`" + text.value() + "` is no address with a port");
      return Optional.empty();
    }
    String host = text.value().substring(0, colon).replaceAll("^\\[|]$", "");
    return Optional.of(new Address(host, Integer.parseInt(port)));
  }

  private void invalid(At<String> at, String message) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, at.origin(), message, ""));
  }
}
