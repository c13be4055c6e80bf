package io.meshc.simulate.run;

import io.meshc.simulate.pki.Authority;
import io.meshc.simulate.pki.Tokens;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Files that a configuration names and that are not on this machine: something of the same kind is put in the place of each.
final class StandIns {
  private final Path tree;
  private final Path directory;
  private final Authority authority;
  private final Map<String, Path> places = new LinkedHashMap<>();
  private Optional<Path> keySet = Optional.empty();

  /// @param tree the configurations; files below it stand for those of the same end
  /// @param made where stand-ins are made
  StandIns(Path tree, Path made) {
    this.tree = tree;
    this.directory = made;
    this.authority = new Authority(made.resolve("authority"), "nothing.invalid");
  }

  /// The text of a configuration with the paths of what stands in.
  String placed(String text) throws IOException, GeneralSecurityException {
    for (Document it : ParseYaml.parse(new SourceFile("bootstrap", text)).value()) {
      visit(it.root());
    }
    List<String> longestFirst =
        places.keySet().stream()
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
    String result = text;
    for (String path : longestFirst) {
      result = result.replace(path, String.valueOf(places.get(path)));
    }
    return result;
  }

  private void visit(Node node) throws IOException, GeneralSecurityException {
    switch (node) {
      case Node.Scalar _ -> {}
      case Node.Sequence list -> {
        for (Node it : list.items()) {
          visit(it);
        }
      }
      case Node.Mapping map -> visit(map);
    }
  }

  private void visit(Node.Mapping map) throws IOException, GeneralSecurityException {
    Optional<String> chain = named(map.get("certificate_chain"), "filename");
    Optional<String> key = named(map.get("private_key"), "filename");
    if (chain.isPresent() && key.isPresent() && places.get(chain.get()) == null) {
      authority.pair(place(chain.get()), place(key.get()));
    }
    Optional<String> root = named(map.get("trusted_ca"), "filename");
    if (root.isPresent()) {
      authority.root(place(root.get()));
    }
    Optional<String> keys = named(map.get("local_jwks"), "filename");
    if (keys.isPresent()) {
      places.put(keys.get(), keySet());
    }
    Optional<String> resources = named(map.get("path_config_source"), "path");
    if (resources.isPresent()) {
      resources(resources.get());
    }
    Optional<String> other = text(map.get("filename"));
    if (other.isPresent() && !places.containsKey(other.get()) && !isThere(other.get())) {
      Files.writeString(place(other.get()), "");
    }
    for (Node.Entry it : map.entries()) {
      visit(it.value());
    }
  }

  private static Optional<String> named(Optional<Node> holder, String field) {
    return holder.isPresent() && holder.get() instanceof Node.Mapping map
        ? text(map.get(field))
        : Optional.empty();
  }

  private static Optional<String> text(Optional<Node> node) {
    return node.isPresent() && node.get() instanceof Node.Scalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private boolean isThere(String path) {
    return Files.exists(tree.resolve(path));
  }

  /// A name of its own below the directory; the end says what it was.
  private Path place(String path) throws IOException {
    Path known = places.get(path);
    if (known != null) {
      return known;
    }
    String end = path.substring(path.lastIndexOf('/') + 1);
    Path below = Files.createDirectories(directory.resolve(Integer.toString(places.size())));
    Path made = below.resolve(end);
    places.put(path, made);
    return made;
  }

  private Path keySet() throws IOException, GeneralSecurityException {
    if (keySet.isEmpty()) {
      new Tokens(directory).add("keys", "https://nobody.invalid", List.of(), Optional.empty());
      keySet = Optional.of(directory.resolve("keys.json"));
    }
    return keySet.get();
  }

  /// A file of resources: the one of the tree with the longest end in common, else one that holds nothing.
  private void resources(String path) throws IOException {
    if (isThere(path) || places.containsKey(path)) {
      return;
    }
    var files = new ArrayList<Path>();
    try (Stream<Path> walk = Files.walk(tree)) {
      walk.filter(Files::isRegularFile)
          .filter(it -> path.endsWith("/" + tree.relativize(it).toString().replace('\\', '/')))
          .forEach(files::add);
    }
    if (files.isEmpty()) {
      Files.writeString(place(path), "resources: []\n");
    } else {
      places.put(path, files.getFirst());
    }
  }
}
