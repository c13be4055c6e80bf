package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.source.At;
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
    Optional<Fields> spec = hasSpec ? top.object("spec") : Optional.empty();
    Optional<Fields> matches =
        header.version().equals("v1alpha4")
            ? spec.flatMap(it -> it.object("matches"))
            : Optional.empty();
    Optional<At<String>> name = matches.flatMap(it -> it.string("name"));
    List<At<Integer>> ports =
        matches.map(it -> it.integers("ports")).orElse(List.of()).stream()
            .filter(it -> PortName.isPort(it, problems))
            .toList();
    matches.ifPresent(Fields::done);
    spec.ifPresent(Fields::done);
    top.done();
    return new Outcome<>(new TcpRoute(meta, name, ports), problems);
  }
}
