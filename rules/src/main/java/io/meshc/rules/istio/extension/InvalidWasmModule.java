package io.meshc.rules.istio.extension;

import io.meshc.diag.Category;
import io.meshc.diag.Finding;
import io.meshc.diag.Severity;
import io.meshc.dialect.Resource;
import io.meshc.dialect.istio.proxy.TrafficExtension;
import io.meshc.dialect.istio.proxy.Wasm;
import io.meshc.dialect.istio.proxy.WasmPlugin;
import io.meshc.rules.istio.Findings;
import io.meshc.rules.istio.Written;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A WebAssembly module cannot be fetched or run as written. Page, examples, tests: InvalidWasmModule.md, beside this file.
public final class InvalidWasmModule implements KindsRule {
  private static final Set<String> SCHEMES = Set.of("", "file", "http", "https", "oci");

  @Override
  public RuleCard card() {
    return new RuleCard("MC0270", "invalid-wasm-module", Category.INVALID, Severity.ERROR, "0.1")
        .refusedByServer();
  }

  @Override
  public List<Class<? extends Resource>> reads() {
    return List.of(WasmPlugin.class, TrafficExtension.class);
  }

  @Override
  public Stream<Finding> check(Resource it, Checked input) {
    var found = new Findings(this, it);
    if (it instanceof WasmPlugin plugin) {
      check(plugin.wasm(), found);
    } else if (it instanceof TrafficExtension extension) {
      extension.wasm().ifPresent(wasm -> check(wasm, found));
    }
    return found.stream();
  }

  private static void check(Wasm wasm, Findings found) {
    String url = Written.text(wasm.url());
    if (url.indexOf(' ') >= 0) {
      found.say(wasm.url().get().origin(), "`" + url + "` is no URL");
    } else if (!SCHEMES.contains(scheme(url))) {
      found.say(
          wasm.url().get().origin(),
          "scheme `"
              + scheme(url)
              + "` of the module is none of `file`, `http`, `https` and `oci`");
    }
    wasm.vmConfig().ifPresent(vm -> vm.env().forEach(variable -> variable(variable, found)));
  }

  /// As Go reads it: letters, digits and some signs before the first colon.
  private static String scheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (c == ':') {
        return url.substring(0, i).toLowerCase(Locale.ROOT);
      }
      if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
        return "";
      }
    }
    return "";
  }

  private static void variable(Wasm.EnvVar it, Findings found) {
    if (Written.is(it.valueFrom(), Wasm.ValueFrom.HOST) && it.value().isPresent()) {
      found.say(
          it.value().get().origin(),
          "variable `"
              + Written.text(it.name())
              + "` has a value, and is to have that of the host");
    }
  }
}
