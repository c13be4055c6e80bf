package io.meshc.lower.envoy.layout;

import io.meshc.dialect.envoy.Message;
import io.meshc.dialect.envoy.bootstrap.Bootstrap;
import io.meshc.dialect.envoy.bootstrap.Bootstrap.Resources;
import io.meshc.dialect.envoy.bootstrap.Discovery;
import io.meshc.dialect.envoy.cluster.Cluster;
import io.meshc.dialect.envoy.cluster.Endpoints;
import io.meshc.dialect.envoy.listener.FilterChain;
import io.meshc.dialect.envoy.listener.HttpConnections;
import io.meshc.dialect.envoy.listener.Listener;
import io.meshc.dialect.envoy.listener.NetworkFilter;
import io.meshc.dialect.envoy.route.RouteConfig;
import io.meshc.dialect.envoy.tls.ClientTls;
import io.meshc.dialect.envoy.tls.CommonTls;
import io.meshc.dialect.envoy.tls.Credentials;
import io.meshc.dialect.envoy.tls.Secret;
import io.meshc.dialect.envoy.tls.ServerTls;
import io.meshc.lower.Output.Made;
import io.meshc.lower.envoy.EnvoyOptions;
import io.meshc.lower.envoy.EnvoyOptions.Form;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The same resources in files that Envoy watches: listeners, clusters, routes, endpoints and certificates each in their own, so that
/// one may change without the others. Paths start at the folder that Envoy runs in.
final class Discovered {
  private static final String SECRET = "extensions.transport_sockets.tls.v3.Secret";
  private final ProxyConfig config;
  private final EnvoyOptions options;
  private final boolean json;
  private final String own;
  private final SortedMap<String, Made> files = new TreeMap<>();

  private Discovered(ProxyConfig config, EnvoyOptions options) {
    this.config = config;
    this.options = options;
    this.json = options.form() == Form.JSON;
    var identity = config.proxy().workload().identity();
    this.own = options.certificatesFolder() + "/" + identity.namespace() + "/" + identity.account();
  }

  static List<Made> of(ProxyConfig config, EnvoyOptions options) {
    var discovered = new Discovered(config, options);
    discovered.write();
    return List.copyOf(discovered.files.values());
  }

  private void write() {
    List<Listener> listeners = config.listeners().stream().map(this::listener).toList();
    List<Cluster> clusters = config.clusters().stream().map(this::cluster).toList();
    put("lds", Listener.TYPE, listeners);
    put("cds", Cluster.TYPE, clusters);
    var resources = new Resources.Discovered(path("lds"), path("cds"));
    var bootstrap = new Bootstrap(config.proxy().id(), config.proxy().admin(), resources);
    String folder = config.proxy().folder() + "/xds/";
    files.put(
        "bootstrap", new Made(folder + "bootstrap" + Layouts.ending(json), bootstrap.node(), json));
  }

  private void put(String name, String type, List<? extends Message> resources) {
    String path = config.proxy().folder() + "/xds/" + name + Layouts.ending(json);
    files.put(name, new Made(path, new Discovery(type, resources).node(), json));
  }

  private String path(String name) {
    String folder = options.discoveryFolder();
    return (folder.isEmpty() ? "" : folder + "/" + config.proxy().folder() + "/xds/")
        + name
        + Layouts.ending(json);
  }

  private Listener listener(Listener listener) {
    return listener.with(
        listener.chains().stream().map(this::chain).toList(),
        listener.otherwise().map(this::chain));
  }

  private FilterChain chain(FilterChain chain) {
    return new FilterChain(
        chain.name(),
        chain.match(),
        chain.filters().stream().map(this::filter).toList(),
        chain.tls().map(it -> new ServerTls(it.mutual(), tls(it.common()))));
  }

  private NetworkFilter filter(NetworkFilter filter) {
    if (!(filter instanceof HttpConnections manager)) {
      return filter;
    }
    RouteConfig routes = manager.routes().discovered();
    String name = "rds/" + routes.name();
    put(name, RouteConfig.TYPE, List.of(routes));
    return manager.discovered(path(name));
  }

  private Cluster cluster(Cluster cluster) {
    Cluster encrypted =
        cluster
            .tls()
            .map(it -> cluster.with(new ClientTls(it.sni(), tls(it.common()))))
            .orElse(cluster);
    if (cluster.discovery() != Cluster.Discovery.STATIC) {
      return encrypted;
    }
    String name = "eds/" + cluster.name().replace('|', '_').replace('*', '_');
    put(name, Endpoints.TYPE, List.of(cluster.endpoints()));
    return encrypted.discovered(path(name));
  }

  /// The certificate of the workload's own account comes from files that may be replaced at any time.
  private CommonTls tls(CommonTls tls) {
    boolean ours =
        tls.own()
            .filter(it -> it instanceof Credentials.Files(var at) && at.equals(own))
            .isPresent();
    if (!ours) {
      return tls;
    }
    put("sds/workload", SECRET, List.of(new Secret.Certificate("workload", own)));
    put("sds/roots", SECRET, List.of(new Secret.Roots("roots", own)));
    var secrets =
        new Credentials.Secrets("workload", path("sds/workload"), "roots", path("sds/roots"));
    return new CommonTls(
        Optional.of(secrets), tls.peer(), tls.roots(), tls.alpn(), tls.least(), tls.most());
  }
}
