package io.meshc.yaml;

import io.meshc.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The places of a document that parses and is a template nevertheless: `port: ${PORT}`, `host: "{{ .Values.host }}"`. What
/// is written there is not the value.
public final class Placeholders {
  /// Of envsubst and Flux, of Kustomize, of Helm, Jinja and Argo, of ERB.
  private static final Pattern ANY =
      Pattern.compile(
          "\\$\\{[A-Za-z_]\\w*(?:[:=?+/%#-][^}]*)?\\}|\\$\\([A-Za-z_][\\w.]*\\)|\\{\\{.*?\\}\\}|\\{%.*?%\\}|<%.*?%>");

  private final Document document;
  private final List<Placeholder> found = new ArrayList<>();

  /// @param text of the placeholder itself, with its braces
  public record Placeholder(String text, Origin origin) {}

  private Placeholders(Document document) {
    this.document = document;
  }

  /// In the order of the text.
  public static List<Placeholder> in(Document document) {
    var placeholders = new Placeholders(document);
    if (placeholders.maybe()) {
      placeholders.look(document.root(), "");
    }
    return List.copyOf(placeholders.found);
  }

  /// Most documents have none, and need no walk. Two characters in a row tell: `${`, `$(`, `{{`, `{%`, `<%`.
  private boolean maybe() {
    String text = document.file().text();
    for (int i = document.startOffset() + 1; i < document.endOffset(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '(' || c == '%') {
        char before = text.charAt(i - 1);
        boolean starts =
            (before == '$' && c != '%')
                || (before == '{' && c != '(')
                || (before == '<' && c == '%');
        if (starts) {
          return true;
        }
      }
    }
    return false;
  }

  private void look(Node node, String path) {
    if (node instanceof Node.Mapping(var entries, _)) {
      for (Node.Entry entry : entries) {
        String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
        look(entry.key(), new Origin(document.file().path(), below, entry.keySpan()));
        look(entry.value(), below);
      }
    } else if (node instanceof Node.Sequence(var items, _)) {
      for (int i = 0; i < items.size(); i++) {
        look(items.get(i), path + "[" + i + "]");
      }
    } else if (node instanceof Node.Scalar scalar) {
      look(scalar.text(), document.at(path, scalar));
    }
  }

  private void look(String text, Origin origin) {
    Matcher matcher = ANY.matcher(text);
    if (matcher.find()) {
      found.add(new Placeholder(matcher.group(), origin));
    }
  }
}
