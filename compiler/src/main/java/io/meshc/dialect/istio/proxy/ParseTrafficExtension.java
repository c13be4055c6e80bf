package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.TrafficExtension.Lua;
import io.meshc.dialect.istio.proxy.TrafficExtension.Phase;
import io.meshc.dialect.istio.security.ReadTargets;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a TrafficExtension → record.
public final class ParseTrafficExtension {
  private ParseTrafficExtension() {}

  public static TrafficExtension parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var result =
        new TrafficExtension(
            meta,
            spec.object("selector").map(ReadTargets::workloadSelector),
            spec.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            Choice.of(spec, "phase", Phase.class, problems),
            spec.whole("priority"),
            spec.objects("match").stream()
                .map(it -> ReadTrafficSelector.read(it, problems))
                .toList(),
            spec.object("wasm").map(it -> ReadWasm.read(it, problems)),
            spec.object("lua").map(ParseTrafficExtension::lua),
            spec.origin());
    spec.done();
    return result;
  }

  private static Lua lua(Fields fields) {
    var result = new Lua(fields.string("inlineCode"), fields.origin());
    fields.done();
    return result;
  }
}
