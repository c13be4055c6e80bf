package io.meshc.normalize.envoy;

import io.meshc.model.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the domains of a virtual host, or the name of a cluster, say of the host that is meant.
///
/// @param clusterDomain the end of the names of Services
record Hosts(String clusterDomain) {

  /// `web.shop.svc.cluster.local` as a Service; any other host is one of its own.
  ServiceName service(String host) {
    String ending = ".svc." + clusterDomain;
    if (host.endsWith(ending)) {
      String bare = host.substring(0, host.length() - ending.length());
      int dot = bare.indexOf('.');
      if (dot > 0 && bare.indexOf('.', dot + 1) < 0 && !bare.startsWith("*")) {
        return new ServiceName(bare.substring(dot + 1), bare.substring(0, dot));
      }
    }
    return new ServiceName("", host);
  }

  String host(ServiceName name) {
    return name.host(clusterDomain);
  }

  /// The hosts that a virtual host is for: each Service once, whatever short names and addresses of it stand there, too.
  List<ServiceName> of(List<String> domains) {
    var names = new ArrayList<ServiceName>();
    for (String domain : domains) {
      ServiceName name = service(withoutPort(domain));
      if (!name.namespace().isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      return names;
    }
    for (String domain : domains) {
      String bare = withoutPort(domain);
      boolean counts = !bare.equals("*") && !bare.endsWith(".") && !isAddress(bare);
      if (counts && !names.contains(new ServiceName("", bare))) {
        names.add(new ServiceName("", bare));
      }
    }
    return names;
  }

  /// The host of `outbound|PORT|SUBSET|HOST`, as clusters are called by those who write them for Services, some with a word before it.
  static Optional<String> ofCluster(String name) {
    String[] parts = name.split("\\|", -1);
    return parts.length == 4 && isOutbound(parts[0]) && !parts[3].isEmpty()
        ? Optional.of(parts[3])
        : Optional.empty();
  }

  private static boolean isOutbound(String first) {
    return first.equals("outbound") || first.endsWith(".outbound");
  }

  /// The port that clients call, by the same name.
  static int portOfCluster(String name) {
    String[] parts = name.split("\\|", -1);
    return parts.length == 4 && parts[1].matches("[0-9]{1,5}") ? Integer.parseInt(parts[1]) : 0;
  }

  static String withoutPort(String domain) {
    int colon = domain.lastIndexOf(':');
    boolean port = colon > 0 && domain.substring(colon + 1).matches("[0-9]+|\\*");
    return port && domain.indexOf(':') == colon ? domain.substring(0, colon) : domain;
  }

  private static boolean isAddress(String text) {
    return text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || text.contains(":");
  }

  /// The virtual host that Envoy takes for a host: an exact domain, else the longest that ends alike, else the longest that starts
  /// alike, else any.
  static Optional<Tree> virtualHost(List<Tree> hosts, String host) {
    Optional<Tree> best = Optional.empty();
    int rank = -1;
    for (Tree it : hosts) {
      for (String domain : it.texts("domains")) {
        int fits = rank(withoutPort(domain), host);
        if (fits > rank) {
          rank = fits;
          best = Optional.of(it);
        }
      }
    }
    return best;
  }

  private static int rank(String domain, String host) {
    if (domain.equals("*")) {
      return 0;
    }
    if (domain.equalsIgnoreCase(host)) {
      return 1_000_000;
    }
    boolean longer = host.length() >= domain.length();
    if (domain.startsWith("*") && longer && host.endsWith(domain.substring(1))) {
      return 10_000 + domain.length();
    }
    boolean starts = domain.endsWith("*") && longer;
    return starts && host.startsWith(domain.substring(0, domain.length() - 1))
        ? domain.length()
        : -1;
  }
}
