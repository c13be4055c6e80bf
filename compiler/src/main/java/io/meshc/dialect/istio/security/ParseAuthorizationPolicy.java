package io.meshc.dialect.istio.security;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.istio.Choice;
import io.meshc.dialect.istio.Gap;
import io.meshc.dialect.istio.ReadSelector;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Condition;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Operation;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Rule;
import io.meshc.dialect.istio.security.AuthorizationPolicy.Source;
import io.meshc.source.At;
import io.meshc.yaml.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `spec` of an AuthorizationPolicy → record. Without a `spec` it is one that allows nothing, as in Istio.
public final class ParseAuthorizationPolicy {
  private static final String[] UNREAD_SOURCES = {
    "requestPrincipals", "notRequestPrincipals", "ipBlocks", "notIpBlocks", "remoteIpBlocks",
    "notRemoteIpBlocks", "serviceAccounts", "notServiceAccounts", "trustDomains", "notTrustDomains"
  };

  private ParseAuthorizationPolicy() {}

  public static AuthorizationPolicy parse(Fields top, Meta meta, List<Problem> problems) {
    Optional<Fields> spec = top.object("spec");
    if (spec.isEmpty()) {
      return new AuthorizationPolicy(meta, Map.of(), Optional.empty(), List.of(), List.of());
    }
    Fields fields = spec.get();
    var gaps = new ArrayList<>(Gap.in(fields, problems, "targetRef", "targetRefs"));
    Map<String, At<String>> selector = ReadSelector.matchLabels(fields, "selector");
    var action = Choice.of(fields, "action", AuthorizationPolicy.Action.class, problems);
    if (action.isEmpty() && fields.has("action")) {
      gaps.add(new Gap(fields.origin("action").path(), fields.origin("action")));
    }
    if (action.map(At::value).filter(it -> it == AuthorizationPolicy.Action.CUSTOM).isPresent()) {
      Gap.harmless(fields, problems, "provider");
    }
    List<Rule> rules = fields.objects("rules").stream().map(it -> rule(it, problems)).toList();
    fields.ignore("provider").done();
    return new AuthorizationPolicy(meta, selector, action, rules, gaps);
  }

  private static Rule rule(Fields fields, List<Problem> problems) {
    var gaps = new ArrayList<Gap>();
    var from = new ArrayList<Source>();
    for (Fields entry : fields.objects("from")) {
      entry.required("source", entry::object).ifPresent(it -> from.add(source(it, problems)));
      entry.done();
    }
    var to = new ArrayList<Operation>();
    for (Fields entry : fields.objects("to")) {
      entry.required("operation", entry::object).ifPresent(it -> to.add(operation(it)));
      entry.done();
    }
    var when = new ArrayList<Condition>();
    for (Fields entry : fields.objects("when")) {
      Optional<At<String>> key = entry.required("key", entry::string);
      var values = entry.strings("values");
      var notValues = entry.strings("notValues");
      key.ifPresentOrElse(
          it -> when.add(new Condition(it, values, notValues, entry.origin())),
          () -> gaps.add(new Gap(entry.origin().path(), entry.origin())));
      entry.done();
    }
    // A list that is there but could not be read must not turn into "any".
    gaps.addAll(lost(fields, "from", from));
    gaps.addAll(lost(fields, "to", to));
    fields.done();
    return new Rule(from, to, when, gaps, fields.origin());
  }

  private static List<Gap> lost(Fields fields, String field, List<?> read) {
    return fields.has(field) && read.isEmpty()
        ? List.of(new Gap(fields.origin(field).path(), fields.origin(field)))
        : List.of();
  }

  private static Source source(Fields fields, List<Problem> problems) {
    List<Gap> gaps = Gap.in(fields, problems, UNREAD_SOURCES);
    var result =
        new Source(
            fields.strings("principals"),
            fields.strings("notPrincipals"),
            fields.strings("namespaces"),
            fields.strings("notNamespaces"),
            gaps,
            fields.origin());
    fields.done();
    return result;
  }

  private static Operation operation(Fields fields) {
    var result =
        new Operation(
            fields.strings("hosts"),
            fields.strings("notHosts"),
            fields.strings("ports"),
            fields.strings("notPorts"),
            fields.strings("methods"),
            fields.strings("notMethods"),
            fields.strings("paths"),
            fields.strings("notPaths"),
            fields.origin());
    fields.done();
    return result;
  }
}
