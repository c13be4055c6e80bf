package io.meshc.cli.config;

import io.meshc.cli.config.Meshes.Cluster;
import io.meshc.cli.config.Meshes.Environment;
import io.meshc.cli.config.Meshes.Mesh;
import io.meshc.model.cluster.Locality.Place;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// `environments` and `meshes` of a config file → [Meshes].
final class ParseMeshes {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

  private final ReadValue values;
  private final Set<String> taken = new HashSet<>();
  private final List<Environment> environments = new ArrayList<>();

  private ParseMeshes(ReadValue values) {
    this.values = values;
  }

  static Meshes parse(Fields top, ReadValue values) {
    return new ParseMeshes(values).meshes(top);
  }

  private Meshes meshes(Fields top) {
    for (Map.Entry<String, Fields> it : named(top, "environments").entrySet()) {
      environments.add(environment(it.getKey(), it.getValue()));
    }
    if (!environments.isEmpty() && top.has("paths")) {
      values.invalid(
          top.keyOrigin("paths"),
          "`paths` and `environments` exclude each other",
          "each environment has paths of its own");
    }
    var meshes = new ArrayList<Mesh>();
    for (Map.Entry<String, Fields> it : named(top, "meshes").entrySet()) {
      meshes.add(mesh(it.getKey(), it.getValue()));
    }
    return new Meshes(environments, meshes);
  }

  private Map<String, Fields> named(Fields top, String field) {
    Map<String, Fields> named = top.objectMap(field, it -> it);
    named.forEach((name, it) -> {
      if (!NAME.matcher(name).matches()) {
        values.invalid(
            it.origin(),
            "`" + name + "` is no name",
            "a name is letters, digits, `.`, `_` and `-`");
      }
    });
    return named;
  }

  private Environment environment(String name, Fields fields) {
    var paths = fields.required("paths", it -> Optional.of(fields.strings(it))).orElse(List.of());
    paths.forEach(this::filled);
    if (fields.has("paths") && paths.isEmpty()) {
      values.invalid(fields.origin("paths"), "environment `" + name + "` has no paths", "");
    }
    var environment =
        new Environment(
            name,
            paths.stream().map(At::value).toList(),
            text(fields, "trust-domain"),
            text(fields, "cluster-domain"),
            text(fields, "mesh-config"));
    fields.done();
    return environment;
  }

  private Mesh mesh(String name, Fields fields) {
    List<Fields> listed =
        fields.required("clusters", it -> Optional.of(fields.objects(it))).orElse(List.of());
    var clusters = new ArrayList<Cluster>();
    var names = new HashSet<String>();
    for (Fields it : listed) {
      cluster(it).filter(at -> isNew(at, it, names)).ifPresent(clusters::add);
    }
    List<At<String>> aliases = fields.strings("trust-domain-aliases");
    aliases.forEach(this::filled);
    var mesh =
        new Mesh(
            name,
            clusters,
            aliases.stream().map(At::value).toList(),
            fields.bool("clusterset-hosts").map(At::value));
    fields.done();
    return mesh;
  }

  private Optional<Cluster> cluster(Fields fields) {
    Optional<At<String>> environment = fields.required("environment", fields::string);
    Optional<String> name = text(fields, "name");
    Optional<String> network = text(fields, "network");
    Optional<At<String>> locality = fields.string("locality");
    Optional<Place> place = locality.flatMap(it -> Place.parse(it.value()));
    locality
        .filter(_ -> place.isEmpty())
        .ifPresent(it ->
            values.invalid(
                it.origin(),
                "`" + it.value() + "` is no locality",
                "a locality is REGION, REGION/ZONE or REGION/ZONE/SUBZONE"));
    fields.done();
    return environment.map(
        it -> new Cluster(it.value(), name.orElse(it.value()), network.orElse(""), place));
  }

  private boolean isNew(Cluster cluster, Fields fields, Set<String> names) {
    String said = cluster.environment();
    if (environments.stream().noneMatch(it -> it.name().equals(said))) {
      values.invalid(
          fields.origin("environment"),
          "`" + said + "` is none of the `environments`",
          values.near(said, environments.stream().map(Environment::name).toList()));
      return false;
    }
    if (!taken.add(said)) {
      values.invalid(
          fields.origin("environment"),
          "environment `" + said + "` is a cluster of a mesh already",
          "");
      return false;
    }
    if (!names.add(cluster.name())) {
      values.invalid(
          fields.origin(fields.has("name") ? "name" : "environment"),
          "the mesh has a cluster `" + cluster.name() + "` already",
          "");
      return false;
    }
    return true;
  }

  private Optional<String> text(Fields fields, String field) {
    return fields.string(field).filter(this::filled).map(At::value);
  }

  private boolean filled(At<String> text) {
    if (text.value().isEmpty()) {
      values.invalid(text.origin(), "field `" + text.origin().path() + "` is empty", "");
    }
    return !text.value().isEmpty();
  }
}
