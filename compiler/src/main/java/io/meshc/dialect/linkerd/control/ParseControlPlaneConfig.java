package io.meshc.dialect.linkerd.control;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.control.ControlPlaneConfig.Values;
import io.meshc.source.At;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Document → [ControlPlaneConfig]. Whatever else the chart is installed with (images, resources, log levels) changes no decision,
/// and is not looked into.
///
/// Source: linkerd/linkerd2, charts/linkerd-control-plane: values.yaml, templates/config.yaml.
public final class ParseControlPlaneConfig {
  private ParseControlPlaneConfig() {}

  public static ControlPlaneConfig parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<At<String>> text = top.object("data").flatMap(it -> it.string("values"));
    return new ControlPlaneConfig(meta, text.flatMap(it -> values(it, problems)));
  }

  /// A document in a text; empty for that of a version before 2.10, which had other names. As many empty lines go before it as the file has, so that places have the right line.
  private static Optional<Values> values(At<String> text, List<Problem> problems) {
    String lines = "\n".repeat(text.origin().line());
    var document = ParseYaml.parse(new SourceFile(text.origin().file(), lines + text.value()));
    problems.addAll(document.problems());
    return document.value().stream()
        .findFirst()
        .filter(it -> it.hidden().isEmpty() && it.root().get("global").isEmpty())
        .map(it -> values(Fields.of(it, problems)));
  }

  private static Values values(Fields top) {
    Optional<Fields> proxy = top.object("proxy");
    Optional<Fields> init = top.object("proxyInit");
    return new Values(
        top.string("clusterDomain"),
        top.string("identityTrustDomain").filter(it -> !it.value().isEmpty()),
        top.string("clusterNetworks"),
        text(proxy, "defaultInboundPolicy"),
        text(proxy, "opaquePorts"),
        text(proxy, "requireIdentityOnInboundPorts"),
        text(init, "ignoreInboundPorts"),
        text(init, "ignoreOutboundPorts"),
        text(init, "skipSubnets"),
        of(
            top.object("policyController"),
            it ->
                it.has("probeNetworks")
                    ? Optional.of(it.strings("probeNetworks"))
                    : Optional.empty()),
        text(top.object("egress"), "globalEgressNetworkNamespace"),
        of(top.object("identity"), it -> it.bool("serviceAccountTokenProjection")));
  }

  private static Optional<At<String>> text(Optional<Fields> fields, String name) {
    return of(fields, it -> it.value(name).flatMap(value -> text(it, name, value)));
  }

  /// Where text is meant a chart takes a number too, such as a single port.
  private static Optional<At<String>> text(Fields fields, String name, At<Node> value) {
    return value.value() instanceof Node.Scalar scalar
        ? Optional.of(value.with(scalar.text()))
        : fields.string(name);
  }

  private static <T> Optional<T> of(Optional<Fields> fields, Function<Fields, Optional<T>> reader) {
    return fields.flatMap(reader);
  }
}
