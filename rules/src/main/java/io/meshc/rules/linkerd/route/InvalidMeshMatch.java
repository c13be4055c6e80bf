package io.meshc.rules.linkerd.route;

import io.meshc.diag.Category;
import io.meshc.diag.Severity;
import io.meshc.model.match.Regex;
import io.meshc.rules.istio.value.HeaderText;
import io.meshc.rules.linkerd.LinkerdKinds;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.DocumentRule;
import io.meshc.validate.rule.Found;
import io.meshc.validate.rule.RuleCard;
import io.meshc.validate.written.Part;
import io.meshc.validate.written.Written;
import java.util.List;

/// Linkerd cannot read a match of a route. Page, examples, tests: InvalidMeshMatch.md, beside this file.
public final class InvalidMeshMatch implements DocumentRule {

  @Override
  public RuleCard card() {
    return new RuleCard("MC0461", "invalid-mesh-match", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Kind> reads() {
    return LinkerdKinds.HTTP_ROUTES;
  }

  @Override
  public void check(Written object, Checked input, Found found) {
    if (!LinkerdKinds.concerns(object, input)) {
      return;
    }
    for (Part rule : object.spec().each("rules")) {
      for (Part match : rule.each("matches")) {
        path(match.get("path"), found);
        for (Part header : match.each("headers")) {
          name(header.get("name"), found);
          value(header, found);
        }
        match.each("queryParams").forEach(it -> regex(it, found));
      }
      for (Part filter : rule.each("filters")) {
        for (String field : List.of("requestHeaderModifier", "responseHeaderModifier")) {
          modifier(filter.get(field), found);
        }
      }
    }
  }

  private static void path(Part path, Found found) {
    if (path.get("type").is("RegularExpression")) {
      regex(path, found);
    } else if (path.get("value").isThere() && !path.get("value").text().startsWith("/")) {
      found.say(
          path.get("value"), "path `" + path.get("value").text() + "` does not start with `/`");
    }
  }

  private static void modifier(Part modifier, Found found) {
    for (String field : List.of("set", "add")) {
      for (Part header : modifier.each(field)) {
        name(header.get("name"), found);
        value(header, found);
      }
    }
    modifier.each("remove").forEach(it -> name(it, found));
  }

  private static void name(Part name, Found found) {
    if (name.isThere() && !HeaderText.isToken(name.text())) {
      found.say(name, "`" + name.text() + "` is no name of a header");
    }
  }

  private static void value(Part header, Found found) {
    if (header.get("type").is("RegularExpression")) {
      regex(header, found);
    } else if (!isValue(header.get("value").text())) {
      found.say(header.get("value"), "no header has a value with control characters");
    }
  }

  private static boolean isValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static void regex(Part match, Found found) {
    if (match.get("type").is("RegularExpression")) {
      found.fault(
          match.get("value"), "no regular expression", Regex.fault(match.get("value").text()));
    }
  }
}
