package io.meshc.model.proxy;

import java.util.List;
import java.util.stream.Stream;

/// All that proxies are told beside routes and policies.
public record Proxies(List<Gateway> gateways, List<Imports> imports, List<TokenPolicy> tokens) {
  public static final Proxies NONE = new Proxies(List.of(), List.of(), List.of());

  public Proxies {
    gateways = List.copyOf(gateways);
    imports = List.copyOf(imports);
    tokens = List.copyOf(tokens);
  }

  public static Proxies join(List<Proxies> all) {
    return new Proxies(
        all.stream().flatMap(it -> it.gateways().stream()).toList(),
        all.stream().flatMap(it -> it.imports().stream()).toList(),
        all.stream().flatMap(it -> it.tokens().stream()).toList());
  }

  /// Sorted by what they are about.
  public Proxies sorted() {
    return new Proxies(
        sorted(gateways.stream(), Gateway::resource),
        sorted(imports.stream(), Imports::resource),
        sorted(tokens.stream(), TokenPolicy::resource));
  }

  private static <T> List<T> sorted(
      Stream<T> all, java.util.function.Function<T, io.meshc.source.ResourceId> by) {
    return all.sorted((a, b) -> by.apply(a).compareTo(by.apply(b))).toList();
  }
}
