package io.meshc.validate.smi;

import static io.meshc.validate.smi.Yaml.list;
import static io.meshc.validate.smi.Yaml.text;

import io.meshc.validate.smi.World.Workload;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the documents of a repo mean, written down a second time: over plain maps, sentence by sentence, and with nothing of
/// meshc in it. What is the same for SMI and for Open Service Mesh: where a request goes, and what an HTTP match covers.
///
/// Doubt is kept out of the evaluation: everything is evaluated twice, once with all doubts against the request and once
/// with all for it. Where both say the same it is known.
abstract class Reading {
  static final String UNKNOWN = "unknown";
  private static final Map<String, BigDecimal> UNITS =
      Map.of("m", new BigDecimal("0.001"), "k", new BigDecimal(1000));

  final World world;

  Reading(World world) {
    this.world = world;
  }

  /// Whether the workload lets the request in, where doubts are taken so.
  abstract boolean letsIn(Workload workload, Asked asked, boolean http, boolean doubts);

  /// Whether the client's proxy knows the workload at all.
  abstract boolean knows(Workload workload, Asked asked);

  /// Whether an object of this version is there at all.
  abstract boolean serves(Object document);

  /// Empty where two readings are possible: `true` for the whole path, `false` for a start of it.
  abstract Optional<Boolean> wholePaths();

  /// The share of each workload that lets the request in, in millionths; or [#UNKNOWN].
  final String answer(Asked asked) {
    boolean asTcp = asked.port() == 90;
    boolean heard = world.takes(asked.namespace(), asked.service(), asked.port());
    if (!heard || (!asked.http() && !asTcp)) {
      return "{}";
    }
    boolean http = asked.http() && !asTcp;
    Optional<Map<String, BigDecimal>> sent = sent(asked, http);
    if (sent.isEmpty()) {
      return UNKNOWN;
    }
    boolean named =
        world.endpoints(asked.namespace(), asked.service()).stream()
            .anyMatch(it -> knows(it, asked));
    return named ? arrived(sent.get(), asked, http) : "{}";
  }

  private String arrived(Map<String, BigDecimal> sent, Asked asked, boolean http) {
    var shares = new TreeMap<String, Double>();
    BigDecimal total = sent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    for (var each : sent.entrySet()) {
      List<Workload> known =
          world.endpoints(asked.namespace(), each.getKey()).stream()
              .filter(it -> knows(it, asked))
              .toList();
      double replicas = known.stream().mapToInt(Workload::replicas).sum();
      if (each.getValue().signum() == 0) {
        continue;
      }
      for (Workload workload : known) {
        boolean surely = letsIn(workload, asked, http, false);
        if (surely != letsIn(workload, asked, http, true)) {
          return UNKNOWN;
        }
        if (surely) {
          double share = each.getValue().doubleValue() / total.doubleValue();
          shares.merge(
              workload.namespace() + "/" + workload.name(),
              share * workload.replicas() / replicas,
              Double::sum);
        }
      }
    }
    return millionths(shares);
  }

  static String millionths(Map<String, Double> shares) {
    var rounded = new TreeMap<String, Long>();
    shares.forEach((name, share) -> rounded.put(name, Math.round(share * 1_000_000)));
    return rounded.toString();
  }

  /// Service → weight. A Service that two splits route is undefined where they differ; nobody follows the split of a backend.
  private Optional<Map<String, BigDecimal>> sent(Asked asked, boolean http) {
    List<Optional<Map<String, BigDecimal>>> outcomes =
        world.all("TrafficSplit").stream()
            .filter(this::serves)
            .filter(it -> text(it, "metadata", "namespace").equals(asked.namespace()))
            .filter(
                it -> text(it, "spec", "service").replaceFirst("\\..*", "").equals(asked.service()))
            .map(it -> outcome(it, asked, http))
            .distinct()
            .toList();
    return switch (outcomes.size()) {
      case 0 -> Optional.of(Map.of(asked.service(), BigDecimal.ONE));
      case 1 -> outcomes.getFirst();
      default -> Optional.empty();
    };
  }

  private Optional<Map<String, BigDecimal>> outcome(Object split, Asked asked, boolean http) {
    boolean surely = isSplit(split, asked, http, false);
    if (surely != isSplit(split, asked, http, true)) {
      return Optional.empty();
    }
    return Optional.of(surely ? backends(split, asked) : Map.of(asked.service(), BigDecimal.ONE));
  }

  /// Without `matches` all requests are split; of several groups any match is enough.
  private boolean isSplit(Object split, Asked asked, boolean http, boolean doubts) {
    List<?> groups = list(split, "spec", "matches");
    return groups.isEmpty()
        || groups.stream()
            .flatMap(it -> matches(asked.namespace(), text(it, "name")).stream())
            .anyMatch(it -> covers(it, asked, http, doubts));
  }

  /// A backend without the port of the root, or that is not there, gets nothing of it. In lowest terms, so that equal shares
  /// are equal.
  private Map<String, BigDecimal> backends(Object split, Asked asked) {
    var weights = new TreeMap<String, BigDecimal>();
    for (Object backend : list(split, "spec", "backends")) {
      String service = text(backend, "service");
      if (world.takes(asked.namespace(), service, asked.port())) {
        weights.merge(service, weight(text(backend, "weight")), BigDecimal::add);
      }
    }
    weights.values().removeIf(it -> it.signum() == 0);
    BigDecimal first = weights.isEmpty() ? BigDecimal.ONE : weights.firstEntry().getValue();
    weights.replaceAll((_, it) -> it.divide(first, MathContext.DECIMAL64));
    return weights;
  }

  private static BigDecimal weight(String text) {
    String last = text.substring(text.length() - 1);
    return UNITS.containsKey(last)
        ? new BigDecimal(text.substring(0, text.length() - 1)).multiply(UNITS.get(last))
        : new BigDecimal(text);
  }

  /// The matches of a group by their names, of which the last one counts.
  final List<?> matches(String namespace, String group) {
    var byName = new LinkedHashMap<String, Object>();
    world
        .find("HTTPRouteGroup", namespace, group)
        .filter(this::serves)
        .map(it -> Yaml.at(it, "spec").<Object>map(spec -> spec).orElse(it))
        .map(it -> list(it, "matches"))
        .orElse(List.of())
        .forEach(it -> byName.put(text(it, "name"), it));
    return List.copyOf(byName.values());
  }

  final boolean covers(Object match, Asked asked, boolean http, boolean doubts) {
    List<?> methods = list(match, "methods");
    boolean method = methods.isEmpty() || methods.contains("*") || methods.contains(asked.method());
    return http
        && method
        && path(text(match, "pathRegex"), asked.path(), doubts)
        && headers(match).entrySet().stream()
            .allMatch(it ->
                Optional.ofNullable(asked.headers().get(it.getKey().toLowerCase(Locale.ROOT)))
                    .map(value -> Pattern.matches(it.getValue(), value))
                    .orElse(false));
  }

  /// A mapping, or a list of mappings of which a later one goes before an earlier one.
  final Map<String, String> headers(Object match) {
    var result = new TreeMap<String, String>();
    Object written = Yaml.at(match, "headers").orElse(List.of());
    List<?> all = written instanceof List<?> items ? items : List.of(written);
    for (Object one : all) {
      ((Map<?, ?>) one).forEach((name, regex) -> result.put((String) name, (String) regex));
    }
    return result;
  }

  private boolean path(String regex, String path, boolean doubts) {
    String bare = path.replaceFirst("\\?.*", "");
    if (regex.isEmpty()) {
      return true;
    }
    try {
      var matcher = Pattern.compile(regex).matcher(bare);
      boolean start = matcher.lookingAt();
      boolean whole = matcher.matches();
      return wholePaths().map(it -> it ? whole : start).orElse(doubts ? start : start && whole);
    } catch (PatternSyntaxException _) {
      return doubts;
    }
  }

  /// The fields of a TrafficTarget, whatever its version calls them.
  static Object fields(Object target) {
    return World.version(target).equals("v1alpha1")
        ? target
        : Yaml.at(target, "spec").orElse(Map.of());
  }

  static List<?> rules(Object target, String kind) {
    String name = World.version(target).equals("v1alpha1") ? "specs" : "rules";
    return list(fields(target), name).stream()
        .filter(it -> kind.isEmpty() || text(it, "kind").equals(kind))
        .toList();
  }

  static String namespace(Object subject, Object target) {
    return Yaml.at(subject, "namespace")
        .map(Objects::toString)
        .orElse(text(target, "metadata", "namespace"));
  }
}
