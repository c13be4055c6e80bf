package io.meshc.dialect.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.dialect.Resource;
import io.meshc.link.Inline;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import io.meshc.yaml.emit.Emit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoundTripTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: access.smi-spec.io/v1alpha3
        kind: TrafficTarget
        metadata: {name: t, namespace: ns, labels: {b: "1", a: x}, annotations: {c: d}}
        spec:
          destination: {kind: ServiceAccount, name: d, namespace: ns}
          rules:
          - {kind: HTTPRouteGroup, name: g, matches: [m, "1"]}
          - {kind: TCPRoute, name: t}
          sources: [{kind: ServiceAccount, name: s, namespace: other}, {kind: ServiceAccount, name: u}]
        """,
        """
        apiVersion: access.smi-spec.io/v1alpha4
        kind: TrafficTarget
        metadata: {name: t, namespace: ns}
        spec:
          destination: {group: access.smi-spec.io, kind: IdentityBinding, name: d}
        """,
        """
        apiVersion: access.smi-spec.io/v1alpha1
        kind: TrafficTarget
        metadata: {name: t, namespace: ns}
        destination: {kind: ServiceAccount, name: d, port: "80"}
        specs: [{kind: HTTPRouteGroup, name: g}]
        sources: [{kind: ServiceAccount, name: s}]
        """,
        """
        apiVersion: specs.smi-spec.io/v1alpha4
        kind: HTTPRouteGroup
        metadata: {name: g, namespace: ns}
        spec:
          matches:
          - {name: a, pathRegex: /a.*, methods: ["*"], headers: [{x: z}, {z: .*}]}
          - {name: b, headers: {x: z, z: "true"}}
          - {pathRegex: "no"}
        """,
        """
        apiVersion: specs.smi-spec.io/v1alpha2
        kind: HTTPRouteGroup
        metadata: {name: g, namespace: ns}
        matches: [{name: a, methods: [GET]}]
        """,
        """
        apiVersion: access.smi-spec.io/v1alpha4
        kind: IdentityBinding
        metadata: {name: i, namespace: ns}
        spec:
          schemes:
            podLabelSelector: {matchLabels: {app: web, "yes": "1"}}
            spiffeIdentities: ["spiffe://cluster.local/ns/ns/sa/web", federated.trustdomain/a/b]
        """,
        """
        apiVersion: specs.smi-spec.io/v1alpha4
        kind: UDPRoute
        metadata: {name: u, namespace: ns}
        spec: {matches: {ports: [53]}}
        """,
        """
        apiVersion: specs.smi-spec.io/v1alpha4
        kind: TCPRoute
        metadata: {name: t, namespace: ns}
        spec: {matches: {name: x, ports: [80, 8080]}}
        """,
        """
        apiVersion: specs.smi-spec.io/v1alpha3
        kind: TCPRoute
        metadata: {name: t, namespace: ns}
        spec: {}
        """,
        """
        apiVersion: split.smi-spec.io/v1alpha1
        kind: TrafficSplit
        metadata: {name: s, namespace: ns}
        spec: {service: a, backends: [{service: b, weight: 1}, {service: c, weight: 500m}, {service: d, weight: "0.5"}]}
        """,
        """
        apiVersion: split.smi-spec.io/v1alpha4
        kind: TrafficSplit
        metadata: {name: s, namespace: ns}
        spec:
          service: a.ns.svc
          backends: [{service: b, weight: 0}, {service: c, weight: 7}]
          matches: [{apiGroup: specs.smi-spec.io, kind: HTTPRouteGroup, name: g}, {kind: HTTPRouteGroup, name: h}]
        """
      })
  void reads_back_what_it_writes(String yaml) {
    Resource read = only(yaml);
    assertThat(only(Emit.yaml(render(read))))
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Origin.class)
        .isEqualTo(read);
  }

  private static Resource only(String yaml) {
    Inline inline = Inline.of(yaml);
    assertThat(inline.told()).isEmpty();
    return inline.parsed().resources().all().getFirst();
  }

  static Node.Mapping render(Resource resource) {
    return switch (resource) {
      case TrafficTarget it -> RenderTrafficTarget.render(it);
      case HttpRouteGroup it -> RenderHttpRouteGroup.render(it);
      case TcpRoute it -> RenderTcpRoute.render(it);
      case UdpRoute it -> RenderUdpRoute.render(it);
      case IdentityBinding it -> RenderIdentityBinding.render(it);
      case TrafficSplit it -> RenderTrafficSplit.render(it);
      default -> throw new AssertionError(resource);
    };
  }
}
