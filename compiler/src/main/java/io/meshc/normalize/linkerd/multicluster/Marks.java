package io.meshc.normalize.linkerd.multicluster;

/// The labels and annotations by which the controllers mark what they make. Source: linkerd/linkerd2, pkg/k8s/labels.go.
final class Marks {
  private Marks() {}

  /// What labels of the target a mirror does not get starts with it.
  static final String PREFIX = "mirror.linkerd.io";

  /// Label: `true`.
  static final String MIRRORED = PREFIX + "/mirrored-service";

  /// Label: the name of the target's cluster.
  static final String CLUSTER = PREFIX + "/cluster-name";

  /// Annotation: the host of the target.
  static final String TARGET = PREFIX + "/remote-svc-fq-name";

  /// Label of a Service that joins those of its name, `member` by default.
  static final String FEDERATED = PREFIX + "/federated";

  /// Label: the name of the cluster whose Pods are called directly. Annotation of a union: `SERVICE@CLUSTER`, with commas between.
  static final String PODS = "multicluster.linkerd.io/remote-discovery";

  /// Label: the name of the Service there.
  static final String SERVICE = "multicluster.linkerd.io/remote-service";

  /// Annotation of a union: the Service of this cluster.
  static final String LOCAL = "multicluster.linkerd.io/local-discovery";
}
