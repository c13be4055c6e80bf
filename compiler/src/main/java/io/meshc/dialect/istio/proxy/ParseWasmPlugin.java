package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.proxy.WasmPlugin.Phase;
import io.meshc.dialect.istio.security.ReadTargets;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a WasmPlugin → record.
public final class ParseWasmPlugin {
  private ParseWasmPlugin() {}

  public static WasmPlugin parse(Fields top, Meta meta, List<Problem> problems) {
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var result =
        new WasmPlugin(
            meta,
            spec.object("selector").map(ReadTargets::workloadSelector),
            spec.object("targetRef").map(ReadTargets::targetRef),
            spec.objects("targetRefs").stream().map(ReadTargets::targetRef).toList(),
            ReadWasm.beside(spec, problems),
            Choice.of(spec, "phase", Phase.class, problems),
            spec.whole("priority"),
            spec.objects("match").stream()
                .map(it -> ReadTrafficSelector.read(it, problems))
                .toList(),
            spec.origin());
    spec.done();
    return result;
  }
}
