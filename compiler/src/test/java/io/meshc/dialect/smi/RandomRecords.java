package io.meshc.dialect.smi;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderForm;
import io.meshc.dialect.smi.HttpRouteGroup.HeaderMatch;
import io.meshc.dialect.smi.HttpRouteGroup.HttpMatch;
import io.meshc.dialect.smi.TrafficSplit.Backend;
import io.meshc.dialect.smi.TrafficSplit.GroupRef;
import io.meshc.dialect.smi.TrafficTarget.Rule;
import io.meshc.dialect.smi.TrafficTarget.Subject;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Any record of SMI that a document can say without a problem.
final class RandomRecords {
  static final List<String> VERSIONS = List.of("v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4");

  /// Some that YAML reads as something else where they stand without quotes.
  private static final List<String> TEXTS =
      List.of("a", "web", "yes", "1", "0x1", "null", "~", "a: b", "#x", "- x", "ä\n", "'", "1e3");

  private static final List<String> REGEXES =
      List.of(".*", "/a", "^/a$", "/[a-z]+/\\d{2}", "a|b", "", "{", "\\Q[\\E");

  private static final List<String> METHODS = List.of("*", "GET", "POST", "TRACE");

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  Resource any(String kind, String version) {
    return switch (kind) {
      case "TrafficTarget" -> target(version);
      case "HTTPRouteGroup" -> group(version);
      case "TCPRoute" -> {
        boolean says = version.equals("v1alpha4");
        yield new TcpRoute(
            meta(SmiGroups.SPECS, kind, version),
            says ? maybe(this::text) : Optional.empty(),
            says ? some(this::port) : List.of());
      }
      case "UDPRoute" ->
          new UdpRoute(meta(SmiGroups.SPECS, kind, version), maybe(this::text), some(this::port));
      case "IdentityBinding" -> binding();
      case "TrafficSplit" -> split(version);
      default -> throw new AssertionError(kind);
    };
  }

  private TrafficTarget target(String version) {
    return new TrafficTarget(
        meta(SmiGroups.ACCESS, "TrafficTarget", version),
        Optional.of(at(subject(version))),
        some(() -> at(rule())),
        some(() -> at(subject(version))));
  }

  private Subject subject(String version) {
    boolean newest = version.equals("v1alpha4");
    boolean ports = version.equals("v1alpha1") || version.equals("v1alpha2");
    String kind = newest && random.nextBoolean() ? "IdentityBinding" : "ServiceAccount";
    return new Subject(
        at(kind),
        text(),
        maybe(this::text),
        newest ? maybe(() -> at(SmiGroups.ACCESS)) : Optional.empty(),
        ports ? maybe(this::port) : Optional.empty());
  }

  private Rule rule() {
    String kind = pick(List.of("HTTPRouteGroup", "TCPRoute", "UDPRoute"));
    return new Rule(at(kind), text(), some(this::text));
  }

  private HttpRouteGroup group(String version) {
    return new HttpRouteGroup(
        meta(SmiGroups.SPECS, "HTTPRouteGroup", version), some(() -> at(match(version))));
  }

  private HttpMatch match(String version) {
    HeaderForm form = version.equals("v1alpha1") ? HeaderForm.NONE : pick(HeaderForm.values());
    List<HeaderMatch> headers =
        form == HeaderForm.NONE
            ? List.of()
            : some(() -> new HeaderMatch(text(), at(pick(REGEXES))));
    if (form == HeaderForm.MAPPING) {
      var names = new HashSet<String>();
      headers = headers.stream().filter(it -> names.add(it.name().value())).toList();
    }
    return new HttpMatch(
        maybe(this::text),
        maybe(() -> at(pick(REGEXES))),
        some(() -> at(pick(METHODS))),
        headers,
        form,
        true);
  }

  private IdentityBinding binding() {
    boolean byLabels = random.nextBoolean();
    Map<String, At<String>> labels = byLabels ? texts() : Map.of();
    List<At<String>> identities =
        some(() -> at(pick(List.of("a.b/c", "spiffe://x/ns/a/sa/b", "x/A_b-c.d/e"))));
    Optional<At<String>> account = byLabels ? Optional.empty() : Optional.of(text());
    return new IdentityBinding(
        meta(SmiGroups.ACCESS, "IdentityBinding", "v1alpha4"), labels, identities, account);
  }

  private TrafficSplit split(String version) {
    boolean matches = version.equals("v1alpha3") || version.equals("v1alpha4");
    return new TrafficSplit(
        meta(SmiGroups.SPLIT, "TrafficSplit", version),
        Optional.of(text()),
        some(() -> at(backend(version))),
        matches ? some(() -> at(reference())) : List.of());
  }

  private Backend backend(String version) {
    BigDecimal weight = weight(version);
    return new Backend(text(), at(Weight.of(weight)), Quantity.text(weight));
  }

  private GroupRef reference() {
    return new GroupRef(maybe(() -> at(SmiGroups.SPECS)), at("HTTPRouteGroup"), text());
  }

  private BigDecimal weight(String version) {
    BigDecimal whole = BigDecimal.valueOf(random.nextInt(1 << random.nextInt(31)));
    return version.equals("v1alpha1") ? whole.movePointLeft(random.nextInt(10)) : whole;
  }

  private Meta meta(String group, String kind, String version) {
    String namespace = pick(List.of("ns", "n2"));
    return new Meta(
        new ResourceId(group, kind, namespace, pick(TEXTS)),
        version,
        random.nextBoolean() ? texts() : Map.of(),
        random.nextBoolean() ? texts() : Map.of(),
        Origin.none());
  }

  private Map<String, At<String>> texts() {
    var result = new LinkedHashMap<String, At<String>>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      result.put(pick(TEXTS), text());
    }
    return result;
  }

  private At<Integer> port() {
    return at(1 + random.nextInt(65535));
  }

  private At<String> text() {
    return at(pick(TEXTS));
  }

  private static <T> At<T> at(T value) {
    return At.of(value, Origin.none());
  }

  private <T> Optional<T> maybe(Supplier<T> of) {
    return random.nextBoolean() ? Optional.of(of.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> of) {
    var result = new ArrayList<T>();
    for (int i = random.nextInt(4); i > 0; i--) {
      result.add(of.get());
    }
    return result;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private HeaderForm pick(HeaderForm... from) {
    return from[random.nextInt(from.length)];
  }
}
