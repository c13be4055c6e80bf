package io.meshc.rules.gateway.reference;

import io.meshc.diag.Severity;
import io.meshc.rules.gateway.status.Backends;
import io.meshc.rules.gateway.status.Presence;
import io.meshc.source.ResourceId;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.Found;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// References to certificates, and whether there is one at their end.
final class Certificates {
  private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";
  private static final String KEY = "PRIVATE KEY-----";

  private Certificates() {}

  /// @param kind what is referred to where nothing is written
  record Reference(Part place, String kind) {}

  /// Those of a Gateway or of a set of listeners: of servers, of clients, and of authorities.
  static List<Reference> references(Written object) {
    var all = new ArrayList<Reference>();
    for (Part listener : object.spec().each("listeners")) {
      add(listener.get("tls").each("certificateRefs"), "Secret", all);
    }
    Part tls = object.spec().get("tls");
    Part client = tls.get("backend", "clientCertificateRef");
    add(client.isThere() ? List.of(client) : List.of(), "Secret", all);
    add(authorities(tls.get("frontend", "default")), "ConfigMap", all);
    for (Part port : tls.get("frontend").each("perPort")) {
      add(authorities(port.get("tls")), "ConfigMap", all);
    }
    return all;
  }

  private static List<Part> authorities(Part config) {
    return config.get("validation").each("caCertificateRefs");
  }

  private static void add(List<Part> places, String kind, List<Reference> all) {
    for (Part it : places) {
      all.add(new Reference(it, kind));
    }
  }

  /// A certificate and its key, in a Secret.
  static void checkPair(Part reference, Written of, Checked input, Found found) {
    Optional<Written> secret = resolve(reference, "Secret", List.of("Secret"), of, input, found);
    if (secret.isEmpty()) {
      return;
    }
    String name = "Secret `" + secret.get().id().name() + "`";
    if (!value(secret.get(), "tls.crt").contains(CERTIFICATE)) {
      found.say(reference, name + " has no certificate in PEM under `tls.crt`");
    } else if (!value(secret.get(), "tls.key").contains(KEY)) {
      found.say(reference, name + " has no key in PEM under `tls.key`");
    }
  }

  /// The certificates of authorities, in a ConfigMap or a Secret.
  static void checkAuthority(Part reference, Written of, Checked input, Found found) {
    List<String> kinds = List.of("ConfigMap", "Secret");
    Optional<Written> object = resolve(reference, "ConfigMap", kinds, of, input, found);
    if (object.isPresent() && !value(object.get(), "ca.crt").contains(CERTIFICATE)) {
      found.say(
          reference,
          object.get().id().kind()
              + " `"
              + object.get().id().name()
              + "` has no certificate in PEM under `ca.crt`");
    }
  }

  /// What is referred to, where the repo shows it; says so where it cannot be.
  private static Optional<Written> resolve(
      Part reference, String usual, List<String> kinds, Written of, Checked input, Found found) {
    String group = reference.get("group").textOr("");
    String kind = reference.get("kind").textOr(usual);
    if (!group.isEmpty() || !kinds.contains(kind)) {
      boolean certain = Backends.isOfKubernetes(group) || input.mesh().assumptions().closed();
      found.say(
          reference,
          certain ? Severity.ERROR : Severity.WARNING,
          "`"
              + kind
              + "`"
              + (group.isEmpty() ? "" : " of `" + group + "`")
              + " is nothing that every implementation takes a certificate from");
      return Optional.empty();
    }
    String namespace = reference.get("namespace").textOr(of.id().namespace());
    var id = new ResourceId("", kind, namespace, reference.get("name").text());
    Presence presence = Presence.of(id, input);
    if (presence == Presence.MISSING) {
      // Keys are seldom beside what uses them.
      boolean certain = kind.equals("ConfigMap") || input.mesh().assumptions().closed();
      found.say(
          reference,
          certain ? Severity.ERROR : Severity.WARNING,
          kind + " `" + id.name() + "` is not in namespace `" + namespace + "`");
    }
    return input.documents().one(id);
  }

  private static String value(Written object, String key) {
    Part text = object.root().get("stringData").get(key);
    Part data = object.root().get("data").get(key);
    if (text.isThere() || object.id().kind().equals("ConfigMap")) {
      return text.isThere() ? text.text() : data.text();
    }
    try {
      String bare = data.text().replaceAll("\\s", "");
      return new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
