package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
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
    var namespace = new NamespaceObject(header.meta(top, "", problems));
    top.ignoreRest();
    return new Outcome<>(namespace, problems);
  }
}
