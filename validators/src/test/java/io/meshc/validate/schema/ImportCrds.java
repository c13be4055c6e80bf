package io.meshc.validate.schema;

import io.meshc.source.SourceFile;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// CustomResourceDefinitions of a project → the schemas that come with meshc: `ImportCrds CRDS SCHEMAS`, see `schemas/README.md`.
///
/// It keeps what a server checks and leaves out what people read. The same definitions give the same bytes.
final class ImportCrds {
  /// A folder of schemas and the definitions that it is made of.
  ///
  /// @param from the folder of the definitions, and how their file names start and end
  record Project(String folder, String name, String version, List<Names> from) {}

  record Names(String folder, String starts, String ends) {
    boolean has(Path file) {
      String name = file.getFileName().toString();
      return name.startsWith(starts) && name.endsWith(ends);
    }
  }

  static final List<Project> PROJECTS =
      List.of(
          project("istio", "Istio", "1.31", all("istio")),
          project(
              "smi",
              "SMI SDK for Go",
              "main",
              new Names("smi", "access.", ".yaml"),
              new Names("smi", "specs.", ".yaml"),
              new Names("smi", "split.", ".yaml")),
          project("osm", "Open Service Mesh", "main after 1.2", all("osm")),
          project("linkerd", "Linkerd", "edge, 2026-08", all("linkerd")),
          project(
              "gateway-api/standard",
              "Gateway API, standard channel",
              "main after 1.5, 2026-08",
              all("gateway-api/standard")),
          project(
              "gateway-api/experimental",
              "Gateway API, experimental channel",
              "main after 1.5, 2026-08",
              all("gateway-api/experimental")));

  private ImportCrds() {}

  private static Project project(String folder, String name, String version, Names... from) {
    return new Project(folder, name, version, List.of(from));
  }

  private static Names all(String folder) {
    return new Names(folder, "", ".yaml");
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: ImportCrds CRDS SCHEMAS");
      System.exit(2);
    }
    for (Map.Entry<String, String> it : everything(Path.of(args[0])).entrySet()) {
      Path file = Path.of(args[1]).resolve(it.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, it.getValue());
    }
  }

  /// Every file below `schemas/` that is made from these definitions, by its path.
  static Map<String, String> everything(Path crds) throws IOException {
    var files = new TreeMap<String, String>();
    for (Project project : PROJECTS) {
      files.putAll(of(project, crds));
    }
    return files;
  }

  private static Map<String, String> of(Project project, Path crds) throws IOException {
    var files = new TreeMap<String, String>();
    var source = new StringBuilder();
    source.append("project: ").append(project.name()).append('\n');
    source.append("version: ").append(project.version()).append('\n');
    source.append("sha256:\n");
    for (Path input : inputs(project, crds)) {
      byte[] bytes = Files.readAllBytes(input);
      source
          .append("  ")
          .append(input.getFileName())
          .append(": ")
          .append(sha256(bytes))
          .append('\n');
      String text = new String(bytes, StandardCharsets.UTF_8);
      var documents = ParseYaml.parse(new SourceFile(input.toString(), text)).value();
      for (Document document : documents) {
        Node.Mapping crd = document.root();
        if (ReadSchema.text(crd, "kind").equals("CustomResourceDefinition")) {
          Node.Mapping spec = map(crd, "spec");
          String path =
              project.folder()
                  + "/"
                  + ReadSchema.text(spec, "group")
                  + "/"
                  + ReadSchema.text(map(spec, "names"), "kind")
                  + ".json";
          if (files.put(path, schema(spec)) != null) {
            throw new IllegalStateException("two definitions for " + path);
          }
        }
      }
    }
    files.put(project.folder() + "/SOURCE", source.toString());
    return files;
  }

  private static List<Path> inputs(Project project, Path crds) throws IOException {
    var inputs = new ArrayList<Path>();
    for (Names from : project.from()) {
      try (Stream<Path> all = Files.list(crds.resolve(from.folder()))) {
        all.filter(from::has).sorted().forEach(inputs::add);
      }
    }
    return inputs;
  }

  /// One definition. Versions that are not served are left out, and those of the same structure share one schema.
  private static String schema(Node.Mapping spec) {
    var versions = new LinkedHashMap<String, List<String>>();
    for (Node it : ReadSchema.items(spec, "versions")) {
      Node.Mapping version = (Node.Mapping) it;
      if (ReadSchema.text(version, "served").equals("true")) {
        Node schema = map(version, "schema").get("openAPIV3Schema").orElseThrow();
        versions
            .computeIfAbsent(CompactSchema.of(schema), _ -> new ArrayList<>())
            .add(ReadSchema.text(version, "name"));
      }
    }
    var text = new StringBuilder("{\n");
    line(text, "group", ReadSchema.text(spec, "group"));
    line(text, "kind", ReadSchema.text(map(spec, "names"), "kind"));
    line(text, "scope", ReadSchema.text(spec, "scope"));
    text.append("\"versions\": [");
    String separator = "\n";
    for (Map.Entry<String, List<String>> it : versions.entrySet()) {
      text.append(separator).append("{\"names\": [\"").append(String.join("\", \"", it.getValue()));
      text.append("\"],\n\"schema\": ").append(it.getKey()).append('}');
      separator = ",\n";
    }
    return text.append("\n]\n}\n").toString();
  }

  private static void line(StringBuilder to, String key, String value) {
    to.append('"').append(key).append("\": \"").append(value).append("\",\n");
  }

  private static Node.Mapping map(Node.Mapping of, String key) {
    return (Node.Mapping) of.get(key).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
