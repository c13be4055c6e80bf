package io.meshc.dialect.osm;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → the record of its kind. Empty for a kind or version that meshc does not read, with a problem that says so.
public final class ParseOsm {
  private ParseOsm() {}

  public static Outcome<Optional<Resource>> parse(
      Document document, Header header, String defaultNamespace) {
    List<String> versions = OsmGroups.versions(header.group(), header.kind());
    if (!versions.contains(header.version())) {
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(versions)));
    }
    return header.kind().equals("MeshConfig")
        ? ParseMeshConfig.parse(document, header, defaultNamespace).map(Optional::of)
        : other(document, header, defaultNamespace).map(Optional::of);
  }

  private static Outcome<Resource> other(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    top.ignoreRest();
    problems.add(header.notUnderstood(meta));
    return new Outcome<>(new OsmObject(meta), problems);
  }
}
