package io.meshc.dialect.gateway;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.gateway.ReferenceGrant.From;
import io.meshc.dialect.gateway.ReferenceGrant.To;
import io.meshc.yaml.Fields;
import java.util.List;

/// ReferenceGrant → record.
public final class ParseReferenceGrant {
  private ParseReferenceGrant() {}

  public static ReferenceGrant parse(Fields top, Meta meta, List<Problem> problems) {
    Fields fields = ParseGateway.spec(top);
    var result =
        new ReferenceGrant(
            meta,
            fields.objects("from").stream().map(ParseReferenceGrant::from).toList(),
            fields.objects("to").stream().map(ParseReferenceGrant::to).toList());
    fields.required("from", fields::node);
    fields.required("to", fields::node);
    fields.done();
    return result;
  }

  private static From from(Fields fields) {
    var result =
        new From(
            fields.required("group", fields::string),
            fields.required("kind", fields::string),
            fields.required("namespace", fields::string),
            fields.origin());
    fields.done();
    return result;
  }

  private static To to(Fields fields) {
    var result =
        new To(
            fields.required("group", fields::string),
            fields.required("kind", fields::string),
            fields.string("name"),
            fields.origin());
    fields.done();
    return result;
  }
}
