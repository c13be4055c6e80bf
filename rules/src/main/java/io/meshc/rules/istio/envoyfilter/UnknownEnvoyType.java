package io.meshc.rules.istio.envoyfilter;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.istio.proxy.ConfigPatch;
import io.meshc.dialect.istio.proxy.EnvoyFilter;
import io.meshc.rules.istio.Findings;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.ResourceRule;
import io.meshc.validate.rule.RuleCard;
import io.meshc.yaml.Node;
import java.util.stream.Stream;

/// A patch is of a type that Envoy has not. Page, examples, tests: UnknownEnvoyType.md, beside this file.
public final class UnknownEnvoyType implements ResourceRule<EnvoyFilter> {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0253", "unknown-envoy-type", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public Class<EnvoyFilter> reads() {
    return EnvoyFilter.class;
  }

  @Override
  public Stream<Finding> check(EnvoyFilter it, Checked input) {
    var found = new Findings(this, it);
    for (ConfigPatch patch : it.configPatches()) {
      if (!Patches.isForWaypoint(patch)) {
        patch
            .patch()
            .flatMap(ConfigPatch.Patch::value)
            .ifPresent(value -> types(value.value(), value.origin(), found));
      }
    }
    return found.stream();
  }

  private static void types(Node node, Origin place, Findings found) {
    if (node instanceof Node.Sequence list) {
      list.items().forEach(it -> types(it, place, found));
    } else if (node instanceof Node.Mapping map) {
      for (Node.Entry entry : map.entries()) {
        Origin here = new Origin(place.file(), place.path(), entry.keySpan());
        if (entry.key().equals("@type")) {
          type(entry.value(), here, found);
        } else {
          types(entry.value(), here, found);
        }
      }
    }
  }

  private static void type(Node node, Origin place, Findings found) {
    String url = node instanceof Node.Scalar scalar ? scalar.text() : "";
    String type = url.substring(url.lastIndexOf('/') + 1);
    if (url.indexOf('/') < 0) {
      found.say(place, "`@type` is `" + url + "`, not `type.googleapis.com/` and a type");
    } else if (type.startsWith("envoy.") && isOld(type)) {
      found.say(
          place,
          "type `" + type + "` is of an old API, which Envoy has no more",
          "the types of version 3 have `.v3.` in their names");
    } else if (type.indexOf('.') < 0) {
      found.say(place, "`" + type + "` is no type of Envoy");
    }
  }

  /// Types of version 2, and those without one, which came before it.
  private static boolean isOld(String type) {
    for (String part : type.split("\\.", -1)) {
      if (part.length() >= 2 && part.charAt(0) == 'v' && Character.isDigit(part.charAt(1))) {
        return !part.startsWith("v3");
      }
    }
    return true;
  }
}
