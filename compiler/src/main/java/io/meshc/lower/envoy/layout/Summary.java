package io.meshc.lower.envoy.layout;

import io.meshc.lower.Loss;
import io.meshc.lower.Output.Made;
import io.meshc.lower.envoy.proxy.Fleet;
import io.meshc.lower.envoy.proxy.Proxy;
import io.meshc.model.Workload;
import io.meshc.yaml.Node;
import io.meshc.yaml.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What is there for those who run the Envoys: where each listens, which certificates it needs, and a scenario to start from.
public final class Summary {
  private Summary() {}

  /// @param files all others
  public static List<Made> of(List<ProxyConfig> configs, List<Made> files, Fleet fleet) {
    return List.of(
        new Made("meshc-manifest.json", manifest(configs, files, fleet), true),
        new Made("certificates.json", certificates(configs, fleet), true),
        new Made("scenario.json", scenario(configs, fleet), true));
  }

  private static Node.Mapping manifest(List<ProxyConfig> configs, List<Made> files, Fleet fleet) {
    var inputs = Nodes.map();
    new TreeMap<>(fleet.options().inputs()).forEach(inputs::put);
    return Nodes.map()
        .put("schemaVersion", 1)
        .put("inputs", inputs)
        .put("files", Nodes.texts(files.stream().map(Made::path).sorted().toList()))
        .put("workloads", Nodes.list(configs.stream().map(Summary::workload).toList()))
        .put("losses", Nodes.list(fleet.losses().list().stream().map(Summary::loss).toList()))
        .build();
  }

  private static Node.Mapping loss(Loss loss) {
    var node =
        Nodes.map()
            .put("effect", loss.effect().label())
            .put("feature", loss.feature())
            .put("message", loss.message());
    loss.resource().ifPresent(it -> node.put("resource", it.label()));
    return node.build();
  }

  private static Node.Mapping workload(ProxyConfig config) {
    Proxy proxy = config.proxy();
    List<Node.Mapping> listeners =
        config.listeners().stream()
            .map(it ->
                Nodes.map()
                    .put("name", it.name())
                    .put("address", it.address().host())
                    .put("port", it.address().port())
                    .build())
            .toList();
    return Nodes.map()
        .put("namespace", proxy.namespace())
        .put("name", proxy.workload().id().name())
        .put("identity", "spiffe://" + proxy.workload().identity().text())
        .put("admin", proxy.admin().host() + ":" + proxy.admin().port())
        .put("listeners", Nodes.list(listeners))
        .put("clusters", config.clusters().size())
        .build();
  }

  private static Node.Mapping certificates(List<ProxyConfig> configs, Fleet fleet) {
    var byFolder = new TreeMap<String, String>();
    for (ProxyConfig config : configs) {
      var identity = config.proxy().workload().identity();
      String folder =
          fleet.options().certificatesFolder()
              + "/"
              + identity.namespace()
              + "/"
              + identity.account();
      byFolder.put(folder, "spiffe://" + identity.text());
    }
    var certificates = new ArrayList<Node.Mapping>();
    byFolder.forEach((folder, name) ->
        certificates.add(
            Nodes.map()
                .put("identity", name)
                .put("certificateChain", folder + "/cert-chain.pem")
                .put("privateKey", folder + "/key.pem")
                .put("roots", folder + "/root-cert.pem")
                .put("subjectAltNames", Nodes.texts(List.of(name)))
                .build()));
    return Nodes.map().put("certificates", Nodes.list(certificates)).build();
  }

  /// A start for a scenario of the acceptance harness: who is there, and no expectation.
  private static Node.Mapping scenario(List<ProxyConfig> configs, Fleet fleet) {
    var rewrite = Nodes.map().put(fleet.options().certificatesFolder(), "{certs}");
    return Nodes.map()
        .put("trust_domain", fleet.mesh().assumptions().trustDomain())
        .put("rewrite", rewrite)
        .put("workloads", Nodes.list(configs.stream().map(Summary::player).toList()))
        .put("checks", Nodes.list(List.of()))
        .build();
  }

  private static Node.Mapping player(ProxyConfig config) {
    Proxy proxy = config.proxy();
    Workload workload = proxy.workload();
    List<Node.Mapping> apps =
        config.clusters().stream()
            .filter(it -> it.name().startsWith("inbound|"))
            .map(it ->
                Nodes.map()
                    .put("address", proxy.application())
                    .put("port", Long.parseLong(it.name().substring("inbound|".length())))
                    .build())
            .toList();
    return Nodes.map()
        .put("name", workload.id().name())
        .put(
            "identity",
            "ns/" + workload.identity().namespace() + "/sa/" + workload.identity().account())
        .put("bootstrap", proxy.folder() + "/bootstrap.yaml")
        .put("outbound", proxy.outbound())
        .put("apps", Nodes.list(apps))
        .build();
  }
}
