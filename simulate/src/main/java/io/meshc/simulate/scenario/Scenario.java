package io.meshc.simulate.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What runs, and what is asked of it.
///
/// @param trustDomain of the identities
/// @param addressBlocks such as `127.0.1`, which stand in the configurations and are moved to free ones
/// @param rewrite texts in the configurations and what stands for them, with `{certs}`, `{jwks}` and `{configs}`
/// @param stubs applications without a proxy
public record Scenario(
    String description,
    String trustDomain,
    List<String> addressBlocks,
    Map<String, String> rewrite,
    List<Proxied> workloads,
    List<App> stubs,
    List<Issuer> issuers,
    List<ServerCertificate> certificates,
    List<Check> checks) {
  public static final String TRUST_DOMAIN = "cluster.local";

  public Scenario {
    addressBlocks = List.copyOf(addressBlocks);
    rewrite = Collections.unmodifiableMap(new LinkedHashMap<>(rewrite)); // the first counts first
    workloads = List.copyOf(workloads);
    stubs = List.copyOf(stubs);
    issuers = List.copyOf(issuers);
    certificates = List.copyOf(certificates);
    checks = List.copyOf(checks);
  }

  /// Without the checks of other names.
  public Scenario only(Predicate<String> names) {
    return new Scenario(
        description,
        trustDomain,
        addressBlocks,
        rewrite,
        workloads,
        stubs,
        issuers,
        certificates,
        checks.stream().filter(it -> names.test(it.name())).toList());
  }

  /// A workload with a proxy.
  ///
  /// @param bootstrap below the configurations; `""` for where it usually lies
  /// @param identity `ns/NAMESPACE/sa/ACCOUNT`; `""` for none
  /// @param outbound where its application reaches the proxy; `""` where it calls nobody
  /// @param apps the applications behind the proxy
  public record Proxied(
      String name, String bootstrap, String identity, String outbound, List<App> apps) {
    private static final Pattern NAMESPACE = Pattern.compile("ns/([^/]+)/sa/");

    public Proxied {
      apps = List.copyOf(apps);
    }

    /// Where its bootstrap may lie, in order of preference.
    public List<String> bootstraps() {
      if (!bootstrap.isEmpty()) {
        return List.of(bootstrap);
      }
      String own = name + "/bootstrap.yaml";
      Matcher namespace = NAMESPACE.matcher(identity);
      return namespace.find() ? List.of(own, namespace.group(1) + "/" + own) : List.of(own);
    }
  }

  /// A stub application.
  ///
  /// @param serves its certificate, where it speaks TLS
  public record App(
      String name,
      String address,
      int port,
      Speaks speaks,
      List<Reaction> reactions,
      Optional<Serves> serves) {
    public App {
      reactions = List.copyOf(reactions);
    }
  }

  /// How an application talks.
  public enum Speaks {
    HTTP,
    TCP,
    /// HTTP to a client that begins with a request line, else bytes.
    EITHER,
    /// It greets before the client says anything.
    TCP_SERVER_FIRST
  }

  /// With whose certificate.
  public sealed interface Serves {
    /// Of a workload, and clients have to show one of the mesh.
    record AsWorkload(String identity) implements Serves {}

    /// One of [#certificates].
    record AsHost(String directory) implements Serves {}
  }

  /// What an application does with some requests. The first that applies counts.
  ///
  /// @param path exact, or a prefix with `*`
  /// @param method `""` for any
  /// @param first only for so many requests
  /// @param close it hangs up instead of an answer
  public record Reaction(
      String path, String method, int first, int status, int delayMillis, boolean close) {}

  /// @param key a file with its key, beside the scenario; `""` for one of the run's own
  public record Issuer(String name, String url, List<String> audiences, String key) {
    public Issuer {
      audiences = List.copyOf(audiences);
    }
  }

  public record ServerCertificate(String directory, List<String> hosts, String authority) {
    public ServerCertificate {
      hosts = List.copyOf(hosts);
    }
  }

  /// Those behind proxies and those without.
  public List<App> apps() {
    var all = new ArrayList<App>();
    workloads.forEach(it -> all.addAll(it.apps()));
    all.addAll(stubs);
    return all;
  }

  /// Every identity of a workload that has one, or that an application or a client shows.
  public SortedSet<String> identities() {
    var all = new TreeSet<String>();
    workloads.stream().map(Proxied::identity).filter(it -> !it.isEmpty()).forEach(all::add);
    for (App app : apps()) {
      if (app.serves().isPresent() && app.serves().get() instanceof Serves.AsWorkload it) {
        all.add(it.identity());
      }
    }
    for (Check check : checks) {
      check.client().map(Check.TlsClient::identity).filter(it -> !it.isEmpty()).ifPresent(all::add);
    }
    return all;
  }
}
