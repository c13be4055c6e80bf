package io.meshc.validate.schema;

import io.meshc.diag.CompilerBug;
import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.yaml.Node;
import io.meshc.yaml.ReadNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas that come with meshc: a file for each kind, read when the first object of that kind is met.
///
/// A project that stands before another is asked first. What any of them takes is right: a repo does not show which channel of
/// the Gateway API a cluster has. Those of SMI are not asked: SMI's own definitions, those that meshes bring along and the text
/// of the specification contradict each other, and the reader of that dialect knows which of them mean something. A cluster's own
/// definitions have the word there (`--crds`).
public final class BundledSchemas {
  /// Every folder, in the order in which people look for them.
  private static final List<String> ALL =
      List.of("istio", "linkerd", "smi", "osm", "gateway-api/standard", "gateway-api/experimental");

  /// By the end of an API group: the folders that may hold its kinds.
  private record Home(String end, List<String> folders) {}

  private static final List<String> GATEWAY_API =
      List.of("gateway-api/standard", "gateway-api/experimental");

  private static final List<Home> HOMES =
      List.of(
          new Home("istio.io", List.of("istio")),
          new Home("openservicemesh.io", List.of("osm")),
          new Home("linkerd.io", List.of("linkerd")),
          new Home("gateway.networking.k8s.io", GATEWAY_API),
          new Home("gateway.networking.x-k8s.io", GATEWAY_API));

  /// Shared by all runs in one process: what is bundled does not change.
  private static final Map<String, Optional<Crd>> READ = new ConcurrentHashMap<>();

  private BundledSchemas() {}

  /// The folders that may know a group; none for groups of others.
  ///
  /// @param channel of the Gateway API, the only one that counts; `""` for both
  static List<String> folders(String group, String channel) {
    for (int i = 0; i < HOMES.size(); i++) {
      if (group.endsWith(HOMES.get(i).end())) {
        boolean one = !channel.isEmpty() && HOMES.get(i).folders() == GATEWAY_API;
        return one ? List.of("gateway-api/" + channel) : HOMES.get(i).folders();
      }
    }
    return List.of();
  }

  static Optional<Crd> crd(String folder, String group, String kind) {
    String path = "/schemas/" + folder + "/" + group + "/" + kind + ".json";
    Optional<Crd> known = READ.get(path);
    if (known == null) {
      known = read(path);
      READ.put(path, known);
    }
    return known;
  }

  /// `Istio 1.31`: the project and version that each folder was made from.
  public static List<String> sources() {
    return ALL.stream()
        .map(
            it -> text("/schemas/" + it + "/SOURCE").orElse("project: " + it + "\nversion: absent"))
        .map(it -> line(it, "project: ") + " " + line(it, "version: "))
        .toList();
  }

  private static String line(String source, String start) {
    return source
        .lines()
        .filter(it -> it.startsWith(start))
        .map(it -> it.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  private static Optional<Crd> read(String path) {
    return text(path).map(it -> crd(it, path));
  }

  private static Optional<String> text(String path) {
    try (InputStream in = BundledSchemas.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CompilerBug(Origin.file(path), "a bundled schema cannot be read: " + e);
    }
  }

  private static Crd crd(String text, String path) {
    var problems = new ArrayList<Problem>();
    var faults = new ArrayList<ReadSchema.Fault>();
    Node node = ReadNode.read(text, path, 1, problems).orElseThrow();
    Crd crd = crd((Node.Mapping) node, faults);
    if (!problems.isEmpty() || !faults.isEmpty()) {
      throw new CompilerBug(Origin.file(path), "a bundled schema is broken: " + faults);
    }
    return crd;
  }

  private static Crd crd(Node.Mapping file, List<ReadSchema.Fault> faults) {
    var versions = new ArrayList<Crd.Version>();
    for (Node it : ReadSchema.items(file, "versions")) {
      Node.Mapping version = (Node.Mapping) it;
      Schema schema = ReadSchema.read(version.get("schema").orElseThrow(), faults);
      versions.add(new Crd.Version(ReadSchema.texts(version, "names"), schema));
    }
    return new Crd(
        ReadSchema.text(file, "group"),
        ReadSchema.text(file, "kind"),
        ReadSchema.text(file, "scope").equals("Namespaced"),
        versions);
  }
}
