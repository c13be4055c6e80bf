package io.meshc.cli.config;

import io.meshc.source.ResourceId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which resources an entry means, written as findings call them: `TrafficTarget shop/cart`, `Namespace shop`. The kind alone
/// means all of it, `VirtualService.networking.istio.io` names its group too, and `*` stands for any characters of one part.
///
/// @param namespace empty for objects of the cluster; without a name, for any
public record ResourcePattern(
    String kind, Optional<String> group, String namespace, Optional<String> name) {
  private static final Pattern FORM =
      Pattern.compile("([^\\s./]+)(?:\\.([^\\s/]+))?(?: (?:([^\\s/]+)/)?([^\\s/]+))?");

  /// Empty where the text has another form.
  static Optional<ResourcePattern> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new ResourcePattern(
                form.group(1),
                Optional.ofNullable(form.group(2)),
                Optional.ofNullable(form.group(3)).orElse(""),
                Optional.ofNullable(form.group(4))))
        : Optional.empty();
  }

  public boolean covers(ResourceId id) {
    return like(kind, id.kind())
        && group.map(it -> like(it, id.group())).orElse(true)
        && name.map(it -> like(it, id.name()) && like(namespace, id.namespace())).orElse(true);
  }

  private static boolean like(String pattern, String text) {
    return text.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
  }
}
