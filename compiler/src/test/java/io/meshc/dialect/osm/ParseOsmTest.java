package io.meshc.dialect.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.link.Inline;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ParseOsmTest {
  private static final String CONFIG =
      "apiVersion: config.openservicemesh.io/v1alpha2\n"
          + "kind: MeshConfig\n"
          + "metadata: {name: osm-mesh-config}\n";

  static Stream<Arguments> settings() {
    return Stream.of(
        arguments(CONFIG, ""),
        arguments(
            CONFIG
                + "spec:\n  sidecar: {logLevel: error}\n"
                + "  observability: {tracing: {enable: false}}\n"
                + "  certificate: {serviceCertValidityDuration: 24h}\n"
                + "  featureFlags: {enableRetryPolicy: true}\n"
                + "  traffic: {enableEgress: false, inboundPortExclusionList: [],\n"
                + "    inboundExternalAuthorization: {enable: false, address: a, port: 1, timeout:"
                + " 1s}}\n",
            "NOT_CARRIED 5:12 no decision depends on field `spec.sidecar`\n"
                + "NOT_CARRIED 6:18 no decision depends on field `spec.observability`\n"
                + "NOT_CARRIED 7:16 no decision depends on field `spec.certificate`"),
        arguments(
            CONFIG + "spec: {traffic: {enablePermissiveTrafficPolicy: true}}\n",
            "UNKNOWN_FIELD 4:18 field `spec.traffic.enablePermissiveTrafficPolicy` is not known"),
        arguments(
            CONFIG + "spec: {traffic: {enableEgress: 'true'}, sidecars: {}}\n",
            "INVALID_VALUE 4:32 field `spec.traffic.enableEgress` is a string, not true or false\n"
                + "UNKNOWN_FIELD 4:41 field `spec.sidecars` is not known"),
        arguments(
            CONFIG + "spec: {traffic: {networkInterfaceExclusionList: [eth1]}}\n",
            "NOT_MODELLED 4:50 `networkInterfaceExclusionList` is not looked into: decisions that"
                + " it may touch are unknown"),
        arguments(
            CONFIG + "spec: {traffic: {outboundPortExclusionList: 1}}\n",
            "INVALID_VALUE 4:45 field `spec.traffic.outboundPortExclusionList` is a number, not a"
                + " list"),
        arguments(
            CONFIG + "spec: {traffic: {inboundExternalAuthorization: {enable: true}}}\n",
            "NOT_MODELLED 4:57 external authorization is not looked into: decisions that it may"
                + " touch are unknown"),
        arguments(CONFIG.replace("osm-mesh-config", "mine"), ""),
        arguments(
            CONFIG.replace("MeshConfig", "Mesh"),
            "UNKNOWN_KIND 2:7 kind `Mesh` is not known in `config.openservicemesh.io/v1alpha2`"),
        arguments(
            CONFIG.replace("v1alpha2", "v1alpha1")
                + "spec: {traffic: {networkInterfaceExclusionList: [eth1]}}\n",
            "UNKNOWN_FIELD 4:18 field `spec.traffic.networkInterfaceExclusionList` is not known"),
        arguments(
            CONFIG.replace("v1alpha2", "v1alpha1").replace("MeshConfig", "MultiClusterService"),
            "NOT_MODELLED 3:18 `MultiClusterService` is not understood yet: decisions that it may"
                + " touch are unknown"));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void says_what_it_does_not_understand(String yaml, String expected) {
    assertThat(Inline.of(yaml).told()).isEqualTo(expected);
  }
}
