package io.meshc.normalize.gateway;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.dialect.gateway.Gateway;
import io.meshc.dialect.kubernetes.NamespaceObject;
import io.meshc.dialect.kubernetes.WorkloadObject;
import io.meshc.source.At;
import java.util.Set;
import java.util.stream.Stream;

/// Which meshes with a reading of their own an input shows, by their groups and their marks.
final class Shown {
  private Shown() {}

  /// Whether a Gateway is of one of Istio's own classes.
  static boolean isIstios(Gateway gateway) {
    String name = gateway.gatewayClassName().map(At::value).orElse("");
    return name.equals("istio") || name.startsWith("istio-");
  }

  static boolean istio(Resources resources) {
    return resources.of(Gateway.class).stream().anyMatch(Shown::isIstios)
        || marks(resources).anyMatch(Shown::isIstios)
        || resources.all().stream().anyMatch(it -> group(it).endsWith(".istio.io"));
  }

  static boolean linkerd(Resources resources) {
    return marks(resources)
            .anyMatch(it -> it.startsWith("linkerd.io/") || it.contains(".linkerd.io/"))
        || resources.all().stream()
            .anyMatch(it -> group(it).equals("linkerd.io") || group(it).endsWith(".linkerd.io"));
  }

  private static String group(Resource resource) {
    return resource.meta().id().group();
  }

  private static boolean isIstios(String mark) {
    return Set.of("istio-injection", "istio.io/rev", "istio.io/dataplane-mode").contains(mark)
        || mark.equals("sidecar.istio.io/inject");
  }

  /// The names of labels and annotations of namespaces, workloads and their Pods.
  private static Stream<String> marks(Resources resources) {
    Stream<String> namespaces =
        resources.of(NamespaceObject.class).stream().flatMap(it -> marks(it.meta()));
    Stream<String> workloads =
        resources.of(WorkloadObject.class).stream()
            .flatMap(it ->
                Stream.concat(
                    marks(it.meta()),
                    it.pod().stream()
                        .flatMap(pod ->
                            Stream.concat(
                                pod.labels().keySet().stream(),
                                pod.annotations().keySet().stream()))));
    return Stream.concat(namespaces, workloads);
  }

  private static Stream<String> marks(Meta meta) {
    return Stream.concat(meta.labels().keySet().stream(), meta.annotations().keySet().stream());
  }
}
