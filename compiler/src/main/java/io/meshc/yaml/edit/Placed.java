package io.meshc.yaml.edit;

import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Lines;
import io.meshc.yaml.Node;
import java.util.Optional;

/// The layout of a document: where its nodes stand in the text, and which of them stand elsewhere by alias or merge.
record Placed(Document document, String text, Lines lines) {

  static Placed of(Document document) {
    String text = document.file().text();
    return new Placed(document, text, Lines.of(text));
  }

  int start(Span span) {
    return lines.offset(span.startLine(), span.startColumn());
  }

  int end(Span span) {
    return lines.offset(span.endLine(), span.endColumn());
  }

  /// The entry of a mapping that counts for a key, if it was written there and not merged.
  Optional<Node.Entry> entry(Node.Mapping map, String key) {
    return map.entries().reversed().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .filter(it -> isWritten(map, it));
  }

  /// Not merged: the key stands in the mapping, and in no value of it.
  @SuppressWarnings("ReferenceEquality") // two entries may be equal, this asks for the others
  boolean isWritten(Node.Mapping map, Node.Entry entry) {
    int at = start(entry.keySpan());
    return at >= start(map.span())
        && at < Math.max(end(map.span()), start(map.span()) + 1)
        && map.entries().stream()
            .filter(it -> it != entry)
            .noneMatch(it -> start(it.value().span()) <= at && at < end(it.value().span()));
  }

  boolean isFlow(Node collection) {
    int at = contentStart(start(collection.span()));
    return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
  }

  /// Where the value of an entry starts in the text: its node, or the alias that stands for it.
  int valueStart(Node.Entry entry) {
    int colon = afterColon(entry);
    int node = start(entry.value().span());
    if (node >= colon && isGap(colon, node)) {
      return node;
    }
    return skipGap(colon);
  }

  int valueEnd(Node.Entry entry) {
    int start = valueStart(entry);
    return isAlias(start) ? wordEnd(start) : end(entry.value().span());
  }

  boolean isAliased(Node.Entry entry) {
    return isAlias(valueStart(entry));
  }

  boolean isAlias(int at) {
    return at < text.length() && text.charAt(at) == '*';
  }

  /// After the `:` of an entry.
  int afterColon(Node.Entry entry) {
    int at = skipGap(end(entry.keySpan()));
    return at < text.length() && text.charAt(at) == ':' ? at + 1 : end(entry.keySpan());
  }

  /// After the anchor and the tag before a value.
  int contentStart(int at) {
    int from = at;
    while (from < text.length() && (text.charAt(from) == '&' || text.charAt(from) == '!')) {
      from = skipGap(wordEnd(from));
    }
    return from;
  }

  /// The next character that is neither white space nor comment.
  int skipGap(int from) {
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
        at = Lines.end(text, at);
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  boolean isGap(int from, int to) {
    return skipGap(from) >= to;
  }

  int lineStart(int at) {
    return lines.start(lines.line(at));
  }

  /// Where the line after this one starts.
  int nextLine(int at) {
    return Math.min(Lines.next(text, at), text.length());
  }

  boolean isIndentation(int from, int to) {
    return text.substring(from, to).isBlank();
  }

  String lineBreak() {
    int first = Lines.end(text, 0);
    return text.startsWith("\r\n", first) ? "\r\n" : "\n";
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && ",[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
