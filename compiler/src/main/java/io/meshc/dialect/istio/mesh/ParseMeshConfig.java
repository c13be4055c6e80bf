package io.meshc.dialect.istio.mesh;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.mesh.MeshConfig.HostSettings;
import io.meshc.dialect.istio.mesh.MeshConfig.Normalization;
import io.meshc.dialect.istio.mesh.MeshConfig.Outbound;
import io.meshc.dialect.istio.routing.ParseLoadBalancer;
import io.meshc.source.At;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Fields;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.Optional;

/// Text → record.
public final class ParseMeshConfig {
  /// Settings that change no decision.
  private static final String[] OTHERS = {
    "accessLogEncoding",
    "accessLogFile",
    "accessLogFormat",
    "ca",
    "caCertificates",
    "certificates",
    "configSources",
    "connectTimeout",
    "defaultConfig",
    "defaultHttpRetryPolicy",
    "defaultInboundRetryPolicy",
    "defaultProviders",
    "disableEnvoyListenerLog",
    "discoverySelectors",
    "dnsRefreshRate",
    "enableEnvoyAccessLogService",
    "enablePrometheusMerge",
    "enableTracing",
    "h2UpgradePolicy",
    "hboneIdleTimeout",
    "inboundClusterStatName",
    "inboundTrafficPolicy",
    "ingressClass",
    "ingressControllerMode",
    "ingressSelector",
    "ingressService",
    "meshMTLS",
    "mixerCheckServer",
    "outboundClusterStatName",
    "protocolDetectionTimeout",
    "proxyHttpPort",
    "proxyInboundListenPort",
    "proxyListenPort",
    "serviceScopeConfigs",
    "tcpKeepalive",
    "thriftConfig",
    "tlsDefaults",
    "verifyCertificateAtClient",
    "virtualServiceExportTo",
    "zoneAwareLbSetting"
  };

  /// What an installation writes that says nothing of networks.
  private static final List<String> NO_NETWORKS = List.of("", "{}", "networks: {}");

  private ParseMeshConfig() {}

  /// A file that holds nothing else.
  public static MeshConfig file(SourceFile file, List<Problem> problems) {
    var documents = ParseYaml.parse(file);
    problems.addAll(documents.problems());
    return documents.value().stream()
        .findFirst()
        .map(it -> parse(Fields.of(it, problems), problems))
        .orElse(MeshConfig.DEFAULT);
  }

  /// `data.mesh` of a ConfigMap, which is a document in a text.
  public static Optional<MeshConfigMap> map(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> data = top.object("data");
    data.flatMap(it -> it.string("meshNetworks"))
        .filter(it -> !NO_NETWORKS.contains(it.value().strip()))
        .ifPresent(it ->
            problems.add(
                new Problem(
                    Problem.Kind.NOT_MODELLED,
                    it.origin(),
                    "`meshNetworks` is not looked into: which gateways lead to other networks is"
                        + " unknown",
                    "a Service with label `topology.istio.io/network` says the same")));
    Optional<At<String>> mesh = data.flatMap(it -> it.string("mesh"));
    return mesh.map(it -> {
      // As many empty lines before it as the file has, so that places have the right line.
      String lines = "\n".repeat(it.origin().line());
      var file = new SourceFile(it.origin().file(), lines + it.value());
      return new MeshConfigMap(meta, file(file, problems));
    });
  }

  private static MeshConfig parse(Fields fields, List<Problem> problems) {
    var result =
        new MeshConfig(
            fields.string("rootNamespace"),
            fields.string("trustDomain"),
            fields.strings("trustDomainAliases"),
            fields
                .object("outboundTrafficPolicy")
                .flatMap(it -> Choice.of(it, "mode", Outbound.class, problems)),
            fields
                .object("pathNormalization")
                .flatMap(it -> Choice.of(it, "normalization", Normalization.class, problems)),
            fields.bool("enableAutoMtls"),
            fields
                .object("defaultConfig")
                .flatMap(it -> it.object("gatewayTopology"))
                .flatMap(it -> it.whole("numTrustedProxies")),
            fields.strings("defaultServiceExportTo"),
            fields.strings("defaultVirtualServiceExportTo"),
            fields.strings("defaultDestinationRuleExportTo"),
            fields.objects("extensionProviders").stream()
                .flatMap(it -> it.string("name").stream())
                .toList(),
            fields.objects("serviceSettings").stream().map(ParseMeshConfig::hostSettings).toList(),
            fields.object("localityLbSetting").map(ParseLoadBalancer::locality),
            fields
                .object("defaultConfig")
                .flatMap(it -> it.object("proxyMetadata"))
                .flatMap(it -> it.string("ISTIO_META_DNS_CAPTURE")),
            fields.origin());
    fields.ignore(OTHERS).done();
    return result;
  }

  private static HostSettings hostSettings(Fields fields) {
    return new HostSettings(
        fields.object("settings").flatMap(it -> it.bool("clusterLocal")),
        fields.strings("hosts"),
        fields.origin());
  }
}
