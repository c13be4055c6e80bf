package io.meshc.rules.istio.extension;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.TrafficSelector;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.rules.istio.value.PortText;
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// An extension runs nothing, or on no port. Page, examples, tests: InvalidExtension.md, beside this file.
public final class InvalidExtension implements KindsRule {
  private static final int MOST = 65536;

  @Override
  public RuleCard card() {
    return new RuleCard("MC0271", "invalid-extension", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(TrafficExtension.class, WasmPlugin.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    if (it instanceof TrafficExtension extension) {
      if (extension.wasm().isPresent() == extension.lua().isPresent()) {
        found.say(
            extension.wasm().isPresent() ? extension.lua().get().origin() : extension.origin(),
            extension.wasm().isPresent()
                ? "`lua` stands beside `wasm`"
                : "the extension has neither `wasm` nor `lua`");
      }
      extension.lua().ifPresent(lua -> code(lua, found));
      extension.match().forEach(match -> ports(match, found));
    } else if (it instanceof WasmPlugin plugin) {
      plugin.match().forEach(match -> ports(match, found));
    }
    return found.stream();
  }

  private static void code(TrafficExtension.Lua lua, Findings found) {
    String code = Written.text(lua.inlineCode());
    if (code.isEmpty() || code.length() > MOST) {
      found.say(
          Written.place(lua.inlineCode(), lua.origin()),
          code.isEmpty() ? "there is no code" : "the code is longer than " + MOST + " characters");
    }
  }

  private static void ports(TrafficSelector match, Findings found) {
    var seen = new HashMap<Long, Origin>();
    for (TrafficSelector.PortNumber port : match.ports()) {
      long number = Written.number(port.number());
      Origin place = Written.place(port.number(), port.origin());
      if (!PortText.isPort(number)) {
        found.say(place, "port " + number + " is not in 1 to 65535");
      }
      Origin first = seen.putIfAbsent(number, place);
      if (first != null) {
        found.say(place, "port " + number + " stands twice", first, "the first one");
      }
    }
  }
}
