package io.meshc.dialect.istio.proxy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Choice;
import io.meshc.dialect.istio.proxy.TrafficSelector.Mode;
import io.meshc.dialect.istio.proxy.TrafficSelector.PortNumber;
import io.meshc.yaml.Fields;
import java.util.List;

/// Node → [TrafficSelector].
public final class ReadTrafficSelector {
  private ReadTrafficSelector() {}

  public static TrafficSelector read(Fields fields, List<Problem> problems) {
    var result =
        new TrafficSelector(
            Choice.of(fields, "mode", Mode.class, problems),
            fields.objects("ports").stream().map(ReadTrafficSelector::portNumber).toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static PortNumber portNumber(Fields fields) {
    var result = new PortNumber(fields.whole("number"), fields.origin());
    fields.done();
    return result;
  }
}
