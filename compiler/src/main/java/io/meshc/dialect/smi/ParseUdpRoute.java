package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;

/// Document → UDPRoute.
public final class ParseUdpRoute {
  private ParseUdpRoute() {}

  public static Outcome<UdpRoute> parse(Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    PortMatch match = top.object("spec").map(it -> match(it, problems)).orElse(PortMatch.NONE);
    top.done();
    return new Outcome<>(new UdpRoute(meta, match.name(), match.ports()), problems);
  }

  private static PortMatch match(Fields spec, List<Problem> problems) {
    PortMatch match = PortMatch.read(spec, problems);
    spec.done();
    return match;
  }
}
