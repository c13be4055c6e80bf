package io.meshc.dialect.kubernetes;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import java.util.ArrayList;

/// Document → ServiceAccount.
public final class ParseServiceAccount {
  private ParseServiceAccount() {}

  public static Outcome<ServiceAccountObject> parse(
      Document document, Header header, String defaultNamespace) {
    var problems = new ArrayList<Problem>();
    Fields top = Fields.of(document, problems);
    var account = new ServiceAccountObject(header.meta(top, defaultNamespace, problems));
    top.ignoreRest();
    return new Outcome<>(account, problems);
  }
}
