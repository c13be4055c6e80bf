package io.meshc.dialect.smi;

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
public final class ParseSmi {
  private ParseSmi() {}

  public static Outcome<Optional<Resource>> parse(
      Document document, Header header, String defaultNamespace) {
    List<String> versions = SmiGroups.versions(header.group(), header.kind());
    if (!versions.contains(header.version())) {
      return new Outcome<>(Optional.empty(), List.of(header.unknownVersion(versions)));
    }
    return switch (header.kind()) {
      case "TrafficTarget" ->
          ParseTrafficTarget.parse(document, header, defaultNamespace).map(Optional::of);
      case "HTTPRouteGroup" ->
          ParseHttpRouteGroup.parse(document, header, defaultNamespace).map(Optional::of);
      case "TCPRoute" -> ParseTcpRoute.parse(document, header, defaultNamespace).map(Optional::of);
      case "UDPRoute" -> ParseUdpRoute.parse(document, header, defaultNamespace).map(Optional::of);
      case "IdentityBinding" ->
          ParseIdentityBinding.parse(document, header, defaultNamespace).map(Optional::of);
      case "TrafficSplit" ->
          ParseTrafficSplit.parse(document, header, defaultNamespace).map(Optional::of);
      default -> metrics(document, header, defaultNamespace).map(Optional::of);
    };
  }

  /// A mesh serves these, nobody writes them, and nothing that meshc says depends on them.
  private static Outcome<Resource> metrics(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    Meta meta = header.meta(top, defaultNamespace, problems);
    top.ignoreRest();
    problems.add(
        new Problem(
                Problem.Kind.NOT_MODELLED,
                meta.origin(),
                "a mesh serves `" + header.kind() + "`, and reads none: it changes nothing here",
                "")
            .in(meta.id()));
    return new Outcome<>(new TrafficMetrics(meta), problems);
  }
}
