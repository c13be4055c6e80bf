package io.meshc.yaml;

import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a document that cannot be read as a whole shows of itself all the same: `apiVersion`, `kind`, `metadata.name` and
/// `metadata.namespace`, where they are plain words.
final class Shown {
  private static final Pattern TOP =
      Pattern.compile("(?m)^(apiVersion|kind):[ \\t]+([\\w./-]+)[ \\t]*(?:#.*)?$");
  private static final Pattern METADATA =
      Pattern.compile("(?m)^metadata:[ \\t]*$((?:\\R(?:[ \\t#-].*)?)*)");
  private static final Pattern BELOW =
      Pattern.compile("(?m)^([ ]{1,8})(name|namespace):[ \\t]+([\\w.-]+)[ \\t]*(?:#.*)?$");
  private static final Pattern FIRST = Pattern.compile("(?m)^([ ]{1,8})[^ \\t\\r\\n#]");
  private static final Pattern FLOW =
      Pattern.compile("(?m)^metadata:[ \\t]+\\{([^{}\\[\\]\"'#\\r\\n]*)\\}[ \\t]*(?:#.*)?$");
  private static final Pattern INSIDE =
      Pattern.compile("(?:^|,)[ \\t]*(name|namespace):[ \\t]+([\\w.-]+)[ \\t]*(?=,|$)");

  private Shown() {}

  /// Of the text of a template; empty where it does not state what kind of object it makes.
  static Optional<Node.Mapping> of(String text, int firstLine) {
    Lines lines = Lines.of(text);
    List<Node.Entry> top = new ArrayList<>();
    Matcher field = TOP.matcher(text);
    while (field.find()) {
      add(top, field, 1, 0, lines, firstLine);
    }
    if (top.size() != 2) {
      return Optional.empty();
    }
    Matcher block = METADATA.matcher(text);
    Matcher flow = FLOW.matcher(text);
    var below = new ArrayList<Node.Entry>();
    if (block.find()) {
      Matcher first = FIRST.matcher(block.group(1));
      String indent = first.find() ? first.group(1) : "";
      Matcher name = BELOW.matcher(block.group(1));
      while (name.find()) {
        if (name.group(1).equals(indent)) {
          add(below, name, 2, block.start(1), lines, firstLine);
        }
      }
      Span span = at(lines, block.start(), block.start() + 8, firstLine);
      top.add(new Node.Entry("metadata", span, new Node.Mapping(below, span)));
    } else if (flow.find()) {
      Matcher name = INSIDE.matcher(flow.group(1));
      while (name.find()) {
        add(below, name, 1, flow.start(1), lines, firstLine);
      }
      Span span = at(lines, flow.start(), flow.start() + 8, firstLine);
      top.add(new Node.Entry("metadata", span, new Node.Mapping(below, span)));
    }
    return Optional.of(new Node.Mapping(top, top.getFirst().keySpan()));
  }

  /// Of a document that is encrypted: the same fields, without those that are ciphertext.
  static Node.Mapping of(Node.Mapping root) {
    var top = new ArrayList<Node.Entry>();
    for (Node.Entry entry : root.entries()) {
      if (entry.key().equals("metadata") && entry.value() instanceof Node.Mapping metadata) {
        var below = metadata.entries().stream().filter(Shown::isShown).toList();
        top.add(
            new Node.Entry("metadata", entry.keySpan(), new Node.Mapping(below, metadata.span())));
      } else if (isShown(entry)) {
        top.add(entry);
      }
    }
    return new Node.Mapping(top, root.span());
  }

  private static boolean isShown(Node.Entry entry) {
    return List.of("apiVersion", "kind", "name", "namespace").contains(entry.key())
        && entry.value() instanceof Node.Scalar scalar
        && !Encrypted.is(scalar.text());
  }

  /// @param key the group of the name; the next one is the value
  private static void add(
      List<Node.Entry> to, Matcher field, int key, int offset, Lines lines, int firstLine) {
    String name = field.group(key);
    boolean known = to.stream().anyMatch(it -> it.key().equals(name));
    if (!known) {
      Span place = at(lines, offset + field.start(key), offset + field.end(key), firstLine);
      int next = key + 1;
      Span value = at(lines, offset + field.start(next), offset + field.end(next), firstLine);
      to.add(new Node.Entry(name, place, new Node.Scalar(field.group(next), false, value)));
    }
  }

  private static Span at(Lines lines, int from, int to, int firstLine) {
    int line = lines.line(from) + firstLine - 1;
    return new Span(line, lines.column(from), line, lines.column(to));
  }
}
