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
import io.meshc.source.Origin;
import io.meshc.validate.rule.Checked;
import io.meshc.validate.rule.KindsRule;
import io.meshc.validate.rule.RuleCard;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A WebAssembly module cannot be fetched or run as written. Page, examples, tests: InvalidWasmModule.md, beside this file.
public final class InvalidWasmModule implements KindsRule {
  private static final Set<String> SCHEMES = Set.of("", "file", "http", "https", "oci");
  private static final int MOST_OF_SECRET = 253;
  private static final int MOST_OF_NAME = 256;

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
    if (url.isEmpty()) {
      found.say(Written.place(wasm.url(), wasm.origin()), "there is no `url` of the module");
    } else if (url.indexOf(' ') >= 0) {
      found.say(wasm.url().get().origin(), "`" + url + "` is no URL");
    } else if (!SCHEMES.contains(scheme(url))) {
      found.say(
          wasm.url().get().origin(),
          "scheme `"
              + scheme(url)
              + "` of the module is none of `file`, `http`, `https` and `oci`");
    }
    String hash = Written.text(wasm.sha256());
    if (!hash.isEmpty()
        && !(hash.length() == 64
            && hash.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f'))) {
      found.say(
          wasm.sha256().get().origin(), "`sha256` is not 64 digits of base 16, in small letters");
    }
    if (Written.text(wasm.imagePullSecret()).length() > MOST_OF_SECRET) {
      found.say(
          wasm.imagePullSecret().get().origin(),
          "`imagePullSecret` is longer than " + MOST_OF_SECRET + " characters");
    }
    if (Written.text(wasm.pluginName()).length() > MOST_OF_NAME) {
      found.say(
          wasm.pluginName().get().origin(),
          "`pluginName` is longer than " + MOST_OF_NAME + " characters");
    }
    wasm.vmConfig().ifPresent(vm -> variables(vm, found));
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

  private static void variables(Wasm.VmConfig vm, Findings found) {
    var names = new HashMap<String, Origin>();
    for (Wasm.EnvVar it : vm.env()) {
      String name = Written.text(it.name());
      Origin place = Written.place(it.name(), it.origin());
      if (name.isEmpty() || name.length() > MOST_OF_NAME) {
        found.say(
            place,
            name.isEmpty()
                ? "the variable has no name"
                : "the name of the variable is longer than " + MOST_OF_NAME + " characters");
      }
      Origin first = names.putIfAbsent(name, place);
      if (first != null) {
        found.say(place, "variable `" + name + "` stands twice", first, "the first one");
      }
      if (Written.is(it.valueFrom(), Wasm.ValueFrom.HOST) && it.value().isPresent()) {
        found.say(
            it.value().get().origin(),
            "variable `" + name + "` has a value, and is to have that of the host");
      }
    }
  }
}
