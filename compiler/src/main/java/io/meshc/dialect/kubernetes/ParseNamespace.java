package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;

/// Document → Namespace.
public final class ParseNamespace {
  private ParseNamespace() {}

  public static Outcome<NamespaceObject> parse(Document document, Header header) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    // A Namespace stands in no namespace, whatever the default is.
    Meta read = header.meta(top, "", problems);
    if (!read.namespace().isEmpty()) {
      problems.add(
          new Problem(
              Problem.Kind.INVALID_VALUE,
              read.origin(),
              "a Namespace stands in no namespace, and this one is said to be in `"
                  + read.namespace()
                  + "`",
              "remove `metadata.namespace`"));
    }
    var id = new ResourceId("", "Namespace", "", read.name());
    var namespace =
        new NamespaceObject(
            new Meta(id, read.version(), read.labels(), read.annotations(), read.origin()));
    top.ignoreRest();
    return new Outcome<>(namespace, problems);
  }
}
