package io.meshc.conformance;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One configuration of `osm-bookstore/expected.json`, with the requests that are asked of it.
record Scenario(
    String id,
    List<String> paths,
    List<String> without,
    List<Case> cases,
    List<String> statements) {

  static List<Scenario> all() {
    String text = Cli.read(Shared.folder().resolve("conformance/osm-bookstore/expected.json"));
    return new JsonMapper()
        .readTree(text)
        .path("scenarios")
        .valueStream()
        .map(Scenario::of)
        .toList();
  }

  static Scenario of(String id) {
    return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static Scenario of(JsonNode node) {
    String id = node.path("id").asString();
    return new Scenario(
        id,
        texts(node.path("files")),
        texts(node.path("without")),
        node.path("cases").valueStream().map(it -> Case.of(id, it)).toList(),
        node.path("statements")
            .valueStream()
            .map(it -> id + "/" + it.path("id").asString())
            .toList());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /// Its files as they stand, but for the objects that are to be left out. Their paths start at the shared folder.
  List<SourceFile> files() {
    Path shared = Shared.folder();
    return paths.stream()
        .map(it -> new SourceFile(it, Cli.read(shared.resolve(it))))
        .map(this::withoutSome)
        .toList();
  }

  private SourceFile withoutSome(SourceFile file) {
    var text = new StringBuilder(file.text());
    List<Document> documents = new ArrayList<>(ParseYaml.parse(file).value());
    for (Document it : documents.reversed()) {
      if (without.contains(label(it))) {
        text.delete(it.startOffset(), it.endOffset());
      }
    }
    return new SourceFile(file.path(), text.toString());
  }

  /// `TrafficTarget bookstore/bookstore-v2`
  private static String label(Document document) {
    Optional<Node> metadata = document.root().get("metadata");
    return metadata
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast)
        .map(it ->
            text(document.root(), "kind") + " " + text(it, "namespace") + "/" + text(it, "name"))
        .orElse("");
  }

  private static String text(Node.Mapping mapping, String key) {
    return mapping.get(key).stream()
        .flatMap(it -> it instanceof Node.Scalar scalar ? Stream.of(scalar.text()) : Stream.empty())
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return id;
  }
}
