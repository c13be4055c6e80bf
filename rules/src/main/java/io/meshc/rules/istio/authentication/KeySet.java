package io.meshc.rules.istio.authentication;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.Set;

/// Keys of an issuer as JSON: a set of them, or one (RFC 7517). Looks at whether the parts of a key are there and can be read, not at what they
/// are together.
final class KeySet {
  private static final Set<String> CURVES =
      Set.of("P-256", "P-384", "P-521", "secp256k1", "Ed25519", "Ed448", "X25519", "X448");
  private static final String NOT_JSON = "it is no JSON object";

  private final String fault;
  private final boolean secrets;

  private KeySet(String fault, boolean secrets) {
    this.fault = fault;
    this.secrets = secrets;
  }

  static KeySet of(String text) {
    if (!text.strip().startsWith("{")) {
      return new KeySet(NOT_JSON, false);
    }
    // JSON is YAML; what YAML alone takes is none of a key's business
    var read = ParseYaml.parse(new SourceFile("jwks", text.strip()));
    List<Document> documents = read.value();
    if (documents.size() != 1 || !read.problems().isEmpty()) {
      return new KeySet(NOT_JSON, false);
    }
    Node.Mapping root = documents.getFirst().root();
    Node keys = root.get("keys").orElse(null);
    if (keys == null) {
      return new KeySet(faultOf(root), isSecret(root));
    }
    if (!(keys instanceof Node.Sequence list)) {
      return new KeySet("`keys` is no list", false);
    }
    String fault = "";
    boolean secrets = false;
    for (Node it : list.items()) {
      fault = fault.isEmpty() ? faultOf(it) : fault;
      secrets |= isSecret(it);
    }
    return new KeySet(fault, secrets);
  }

  /// `""` if it can be read.
  String fault() {
    return fault;
  }

  boolean holdsSecrets() {
    return secrets;
  }

  private static String faultOf(Node node) {
    if (!(node instanceof Node.Mapping key)) {
      return "a key is no JSON object";
    }
    String type = text(key, "kty");
    List<String> parts =
        switch (type) {
          case "RSA" -> List.of("n", "e");
          case "EC" -> List.of("crv", "x", "y");
          case "OKP" -> List.of("crv", "x");
          case "oct" -> List.of("k");
          default -> List.of();
        };
    if (parts.isEmpty()) {
      return type.isEmpty() ? "a key has no `kty`" : "`" + type + "` is no type of a key";
    }
    for (String part : parts) {
      String value = text(key, part);
      if (value.isEmpty()) {
        return "a key of type `" + type + "` has no `" + part + "`";
      }
      boolean read = part.equals("crv") ? CURVES.contains(value) : isBase64(value);
      if (!read) {
        return "part `" + part + "` of a key of type `" + type + "` cannot be read";
      }
    }
    return "";
  }

  /// In either alphabet, with or without padding.
  private static boolean isBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letterOrDigit && "-_+/=".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSecret(Node node) {
    return node instanceof Node.Mapping key
        && (key.get("d").isPresent() || text(key, "kty").equals("oct"));
  }

  private static String text(Node.Mapping key, String field) {
    return key.get(field).orElse(null) instanceof Node.Scalar scalar ? scalar.text() : "";
  }
}
