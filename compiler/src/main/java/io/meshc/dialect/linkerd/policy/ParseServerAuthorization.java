package io.meshc.dialect.linkerd.policy;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.linkerd.ReadParts;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Account;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Client;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.MeshTls;
import io.meshc.dialect.linkerd.policy.ServerAuthorization.Target;
import io.meshc.yaml.Fields;
import java.util.List;

/// `spec` of a ServerAuthorization → record.
public final class ParseServerAuthorization {
  private ParseServerAuthorization() {}

  public static ServerAuthorization parse(Fields top, Meta meta, List<Problem> problems) {
    int since = problems.size();
    Fields spec = top.required("spec", top::object).orElseGet(() -> top.nothing("spec"));
    var server = spec.required("server", spec::object).map(ParseServerAuthorization::target);
    var client = spec.required("client", spec::object).map(ParseServerAuthorization::client);
    boolean legible = ReadParts.isLegible(problems, since);
    var result = new ServerAuthorization(meta, server, client, legible, spec.origin());
    spec.done();
    return result;
  }

  private static Target target(Fields fields) {
    var result =
        new Target(
            fields.string("name"),
            fields.object("selector").map(ReadParts::selector),
            fields.origin());
    fields.done();
    return result;
  }

  private static Client client(Fields fields) {
    var result =
        new Client(
            fields.objects("networks").stream().map(ReadParts::network).toList(),
            fields.bool("unauthenticated"),
            fields.object("meshTLS").map(ParseServerAuthorization::meshTls),
            fields.origin());
    fields.done();
    return result;
  }

  private static MeshTls meshTls(Fields fields) {
    var result =
        new MeshTls(
            fields.bool("unauthenticatedTLS"),
            fields.strings("identities"),
            fields.objects("serviceAccounts").stream()
                .map(ParseServerAuthorization::account)
                .toList(),
            fields.origin());
    fields.done();
    return result;
  }

  private static Account account(Fields fields) {
    var result = new Account(fields.string("name"), fields.string("namespace"), fields.origin());
    fields.done();
    return result;
  }
}
