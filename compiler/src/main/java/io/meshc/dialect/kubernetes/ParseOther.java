package io.meshc.dialect.kubernetes;

import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Scalars;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Document → [OtherObject]. Reports nothing: what meshc does not look into may have any shape, even no metadata (the
/// kustomization of Kustomize has none).
public final class ParseOther {
  /// Kinds that stand in no namespace and are often seen beside mesh configuration.
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "APIService",
          "CertificateSigningRequest",
          "ClusterIssuer",
          "ClusterRole",
          "ClusterRoleBinding",
          "CSIDriver",
          "CustomResourceDefinition",
          "GatewayClass",
          "IngressClass",
          "MutatingWebhookConfiguration",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PriorityClass",
          "RuntimeClass",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration");

  private ParseOther() {}

  public static OtherObject parse(Document document, Header header, String defaultNamespace) {
    Optional<Node.Mapping> metadata = mapping(document.root(), "metadata");
    Optional<Node.Scalar> name =
        metadata.flatMap(it -> scalar(it, "name").or(() -> scalar(it, "generateName")));
    String namespace =
        metadata
            .flatMap(it -> scalar(it, "namespace"))
            .map(Node.Scalar::text)
            .orElse(CLUSTER_SCOPED.contains(header.kind()) ? "" : defaultNamespace);
    Origin origin = name.map(it -> document.at("metadata.name", it)).orElse(header.kindOrigin());
    var id =
        new ResourceId(
            header.group(), header.kind(), namespace, name.map(Node.Scalar::text).orElse(""));
    return new OtherObject(
        new Meta(
            id,
            header.version(),
            texts(document, metadata, "labels"),
            texts(document, metadata, "annotations"),
            origin));
  }

  private static Map<String, At<String>> texts(
      Document document, Optional<Node.Mapping> metadata, String field) {
    var result = new LinkedHashMap<String, At<String>>();
    metadata
        .flatMap(it -> mapping(it, field))
        .ifPresent(it -> {
          for (Node.Entry entry : it.entries()) {
            if (entry.value() instanceof Node.Scalar value) {
              Origin where = document.at("metadata." + field + "." + entry.key(), value);
              result.put(entry.key(), At.of(value.text(), where));
            }
          }
        });
    return result;
  }

  private static Optional<Node.Mapping> mapping(Node.Mapping of, String key) {
    return of.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private static Optional<Node.Scalar> scalar(Node.Mapping of, String key) {
    return of.get(key)
        .filter(Node.Scalar.class::isInstance)
        .map(Node.Scalar.class::cast)
        .filter(it -> Scalars.kind(it) != Scalars.Kind.NULL);
  }
}
