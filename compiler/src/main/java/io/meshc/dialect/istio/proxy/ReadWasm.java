package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.proxy.Wasm.EnvVar;
import io.meshc.dialect.istio.proxy.Wasm.FailStrategy;
import io.meshc.dialect.istio.proxy.Wasm.Type;
import io.meshc.dialect.istio.proxy.Wasm.ValueFrom;
import io.meshc.dialect.istio.proxy.Wasm.VmConfig;
import io.meshc.yaml.Fields;
import java.util.List;

/// Node → [Wasm].
public final class ReadWasm {
  private ReadWasm() {}

  public static Wasm read(Fields fields, List<Problem> problems) {
    Wasm result = beside(fields, problems);
    fields.done();
    return result;
  }

  /// The module among other fields: who reads those has to say that all are read.
  static Wasm beside(Fields fields, List<Problem> problems) {
    return new Wasm(
        fields.string("url"),
        fields.string("sha256"),
        fields.string("imagePullPolicy"),
        fields.string("imagePullSecret"),
        fields.string("verificationKey"),
        fields.value("pluginConfig"),
        fields.string("pluginName"),
        Choice.of(fields, "failStrategy", FailStrategy.class, problems),
        Choice.of(fields, "type", Type.class, problems),
        fields.object("vmConfig").map(it -> vmConfig(it, problems)),
        fields.origin());
  }

  private static VmConfig vmConfig(Fields fields, List<Problem> problems) {
    var result =
        new VmConfig(
            fields.objects("env").stream().map(it -> envVar(it, problems)).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static EnvVar envVar(Fields fields, List<Problem> problems) {
    var result =
        new EnvVar(
            fields.string("name"),
            Choice.of(fields, "valueFrom", ValueFrom.class, problems),
            fields.string("value"),
            fields.origin());
    fields.done();
    return result;
  }
}
