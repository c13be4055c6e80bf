package io.meshc.dialect.smi;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.dialect.Header;
import io.meshc.dialect.Meta;
import io.meshc.source.At;
import io.meshc.source.Origin;
import io.meshc.yaml.Document;
import io.meshc.yaml.Fields;
import io.meshc.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Document → IdentityBinding.
public final class ParseIdentityBinding {
  /// A trust domain, and a path without empty, `.` or `..` segments. Source: the SPIFFE ID specification.
  private static final Pattern SPIFFE =
      Pattern.compile("(spiffe://)?[a-z0-9._-]+(/(?!\\.{1,2}(/|$))[a-zA-Z0-9._-]+)*");

  private final List<Problem> problems = new ArrayList<>();

  private ParseIdentityBinding() {}

  public static Outcome<IdentityBinding> parse(
      Document document, Header header, String defaultNamespace) {
    var parse = new ParseIdentityBinding();
    Fields top = Fields.of(document, parse.problems);
    Meta meta = header.meta(top, defaultNamespace, parse.problems);
    Optional<Fields> spec = top.required("spec", top::object);
    Optional<Fields> schemes = spec.flatMap(it -> it.required("schemes", it::object));
    IdentityBinding binding =
        schemes
            .map(it -> parse.binding(meta, it))
            .orElseGet(() -> new IdentityBinding(meta, Map.of(), List.of(), Optional.empty()));
    schemes.ifPresent(Fields::done);
    spec.ifPresent(Fields::done);
    top.done();
    return new Outcome<>(binding, parse.problems);
  }

  private IdentityBinding binding(Meta meta, Fields schemes) {
    if (schemes.entries().isEmpty()) {
      wrong(schemes.origin(), "`schemes` names nobody", "");
    }
    Map<String, At<String>> labels =
        schemes.object("podLabelSelector").map(this::labels).orElse(Map.of());
    boolean several = schemes.has("spiffeIdentities");
    List<At<String>> identities = schemes.strings("spiffeIdentities");
    if (several && identities.isEmpty()) {
      wrong(schemes.origin("spiffeIdentities"), "`spiffeIdentities` is empty", "");
    }
    List<At<String>> kept = identities.stream().filter(this::isSpiffe).toList();
    Optional<At<String>> account = schemes.string("serviceAccount");
    if (account.isPresent() && !labels.isEmpty()) {
      wrong(
          account.get().origin(),
          "`serviceAccount` and `podLabelSelector` exclude one another",
          "the SDK of SMI refuses both in one IdentityBinding, by the text of SMI either is"
              + " enough");
    }
    return new IdentityBinding(meta, labels, kept, account);
  }

  private Map<String, At<String>> labels(Fields selector) {
    Map<String, At<String>> labels =
        selector
            .required("matchLabels", it -> Optional.of(selector.stringMap(it)))
            .orElse(Map.of());
    boolean none =
        selector
            .node("matchLabels")
            .map(it -> it instanceof Node.Mapping map && map.entries().isEmpty())
            .orElse(false);
    if (none) {
      wrong(selector.origin("matchLabels"), "`matchLabels` is empty, and selects no Pods", "");
    }
    selector.done();
    // with a part of its labels a selector would select more
    boolean whole =
        selector
            .node("matchLabels")
            .map(it -> it instanceof Node.Mapping map && map.entries().size() == labels.size())
            .orElse(false);
    return whole ? labels : Map.of();
  }

  private boolean isSpiffe(At<String> identity) {
    boolean fits = SPIFFE.matcher(identity.value()).matches();
    if (!fits) {
      wrong(
          identity.origin(),
          "`" + identity.value() + "` is no SPIFFE id",
          "such as `spiffe://cluster.local/ns/shop/sa/web`");
    }
    return fits;
  }

  private void wrong(Origin origin, String message, String help) {
    problems.add(new Problem(Problem.Kind.INVALID_VALUE, origin, message, help));
  }
}
