package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Document → TCPRoute. v1alpha1 and v1alpha2 have no fields, v1alpha3 an empty `spec`, v1alpha4 ports.
public final class ParseTcpRoute {
  private ParseTcpRoute() {}

  public static Outcome<TcpRoute> parse(Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    boolean hasSpec = header.version().equals("v1alpha3") || header.version().equals("v1alpha4");
    PortMatch match =
        (hasSpec ? top.object("spec") : Optional.<Fields>empty())
            .map(it -> match(it, header, problems))
            .orElse(PortMatch.NONE);
    top.done();
    return new Outcome<>(new TcpRoute(meta, match.name(), match.ports()), problems);
  }

  private static PortMatch match(Fields spec, Header header, List<Problem> problems) {
    PortMatch match =
        header.version().equals("v1alpha4") ? PortMatch.read(spec, problems) : PortMatch.NONE;
    spec.done();
    return match;
  }
}
