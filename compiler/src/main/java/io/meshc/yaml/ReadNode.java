package io.meshc.yaml;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// The parser's events of one document → a [Node]. Resolves aliases and merge keys under a budget,
/// and names keys that stand twice. Throws [Malformed] and the engine's exceptions; [ParseYaml]
/// alone calls it.
public final class ReadNode {
  /// Deeper than anything that people write; keeps every recursion over nodes safe.
  static final int MAX_DEPTH = 100;

  /// What aliases may add to a document. An alias shares its node, so this bounds the work of those
  /// who walk the tree.
  static final int MAX_ALIASED = 200_000;

  /// By the size of the parser's window on the text. A window that holds a whole document makes it several times
  /// faster than its own choice of 1024, and one that is much larger costs more to allocate than it saves.
  private static final List<LoadSettings> SETTINGS =
      IntStream.of(1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 20)
          .mapToObj(it ->
              LoadSettings.builder()
                  .setCodePointLimit(Integer.MAX_VALUE)
                  .setLabel("")
                  .setBufferSize(it)
                  .build())
          .toList();

  private static final @Nullable String[] KEYS = new String[1024];

  private final ParserImpl events;
  private final String file;
  private final int firstLine;
  private final List<Problem> problems;
  private final Budget budget;
  private final List<String> path = new ArrayList<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private int nodes;
  private int aliased;
  private int deepest;

  /// A node that has a name, how many nodes it stands for, and how deep it goes.
  private record Anchored(Node node, int size, int height) {}

  /// How many values the documents of one file may hold: a byte of text can make a hundred of nodes.
  static final class Budget {
    static final int MAX_VALUES = 2_000_000;

    private int left = MAX_VALUES;

    /// Takes one; no if there is none.
    boolean spend() {
      return --left >= 0;
    }
  }

  private ReadNode(String text, String file, int firstLine, Budget budget, List<Problem> problems) {
    LoadSettings settings = settings(text.length());
    var reader = new StreamReader(settings, text);
    this.events = new ParserImpl(settings, new Lookahead(new ScannerImpl(settings, reader)));
    this.file = file;
    this.firstLine = firstLine;
    this.budget = budget;
    this.problems = problems;
  }

  private static LoadSettings settings(int length) {
    for (LoadSettings it : SETTINGS) {
      if (it.getBufferSize() > length) {
        return it;
      }
    }
    return SETTINGS.getLast();
  }

  /// The root of the first document in a text that starts on `firstLine` of the file; empty if
  /// there is none.
  public static Optional<Node> read(
      String text, String file, int firstLine, List<Problem> problems) {
    return read(text, file, firstLine, new Budget(), problems);
  }

  /// @param budget of the file
  static Optional<Node> read(
      String text, String file, int firstLine, Budget budget, List<Problem> problems) {
    return new ReadNode(text, file, firstLine, budget, problems).document();
  }

  private Optional<Node> document() {
    Event event = events.next();
    while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
      event = events.next();
    }
    if (!(event instanceof NodeEvent)) {
      return Optional.empty();
    }
    Node root = node(event, 0);
    Event end = events.next();
    while (end instanceof DocumentEndEvent) {
      end = events.next();
    }
    if (end instanceof DocumentStartEvent) {
      throw new Malformed(span(end, end), "a second document starts without `---`");
    }
    return Optional.of(root);
  }

  private Node node(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Malformed(span(event, event), "nesting is deeper than " + MAX_DEPTH + " levels");
    }
    if (!budget.spend()) {
      throw new Malformed(
          span(event, event),
          "from here on the file has more than " + Budget.MAX_VALUES + " values");
    }
    deepest = Math.max(deepest, depth);
    nodes++;
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    Optional<String> name =
        event instanceof NodeEvent it ? it.getAnchor().map(a -> a.getValue()) : Optional.empty();
    return name.isPresent() ? anchored(name.get(), event, depth) : content(event, depth);
  }

  private Node anchored(String name, Event event, int depth) {
    int before = nodes;
    int outer = deepest;
    deepest = depth;
    open.add(name);
    Node node = content(event, depth);
    open.remove(name);
    anchors.put(name, new Anchored(node, nodes - before + 1, deepest - depth));
    deepest = Math.max(outer, deepest);
    return node;
  }

  private Node alias(AliasEvent event, int depth) {
    String name = event.getAlias().getValue();
    Span where = span(event, event);
    if (open.contains(name)) {
      throw new Malformed(where, "alias `*" + name + "` stands inside of the value that it names");
    }
    Anchored target = anchors.get(name);
    if (target == null) {
      throw new Malformed(where, "alias `*" + name + "` names no anchor above it");
    }
    aliased += target.size();
    nodes += target.size();
    if (aliased > MAX_ALIASED) {
      throw new Malformed(where, "aliases expand to more than " + MAX_ALIASED + " values");
    }
    if (depth + target.height() > MAX_DEPTH) {
      throw new Malformed(where, "aliases nest deeper than " + MAX_DEPTH + " levels");
    }
    deepest = Math.max(deepest, depth + target.height());
    return target.node();
  }

  private Node content(Event event, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (event instanceof MappingStartEvent start) {
      return mapping(start, depth);
    }
    if (event instanceof SequenceStartEvent start) {
      return sequence(start, depth);
    }
    throw new Malformed(span(event, event), "a value is expected here");
  }

  /// A tag counts where it changes the type: `!!str 5` is text, `!!int "5"` is a number.
  private Node.Scalar scalar(ScalarEvent event) {
    boolean quoted = event.getScalarStyle() != ScalarStyle.PLAIN;
    String tag = event.getTag().orElse("");
    if (tag.equals("tag:yaml.org,2002:str") || tag.equals("!")) {
      quoted = true;
    } else if (tag.startsWith("tag:yaml.org,2002:") && !tag.endsWith(":binary")) {
      quoted = false;
    }
    return new Node.Scalar(event.getValue(), quoted, span(event, event));
  }

  private Node sequence(SequenceStartEvent start, int depth) {
    var items = new ArrayList<Node>();
    Event event = events.next();
    while (!(event instanceof SequenceEndEvent)) {
      path.add("[" + items.size() + "]");
      items.add(node(event, depth + 1));
      path.removeLast();
      event = events.next();
    }
    Span last = items.isEmpty() ? span(start, start) : items.getLast().span();
    return new Node.Sequence(items, whole(start, start.isFlow(), event, last));
  }

  private Node mapping(MappingStartEvent start, int depth) {
    var entries = new Entries(this::duplicate);
    Event event = events.next();
    Span last = span(start, start);
    while (!(event instanceof MappingEndEvent)) {
      Node.Scalar key = key(event, depth);
      String name = known(key.text());
      boolean merge =
          event instanceof ScalarEvent scalar && scalar.isPlain() && key.text().equals("<<");
      path.add(name);
      Event valueStart = events.next();
      Node value = node(valueStart, depth + 1);
      path.removeLast();
      last = valueStart instanceof AliasEvent ? span(valueStart, valueStart) : value.span();
      if (merge) {
        merge(entries, value, span(valueStart, valueStart));
      } else {
        Span where = event instanceof AliasEvent ? span(event, event) : key.span();
        entries.add(new Node.Entry(name, where, value));
      }
      event = events.next();
    }
    List<Node.Entry> list = entries.list();
    if (start.isFlow() && list.size() == 1 && isText(start, list.getFirst(), event)) {
      return new Node.Scalar(list.getFirst().key() + ":", false, span(start, event));
    }
    return new Node.Mapping(list, whole(start, start.isFlow(), event, last));
  }

  /// Whether an item of `[fe80::, a]` was taken for a key without a value. To Kubernetes' parser a colon with neither a space nor
  /// the end of the line behind it is a part of the text.
  private static boolean isText(Event start, Node.Entry only, Event end) {
    return only.value() instanceof Node.Scalar value
        && value.text().isEmpty()
        && !value.quoted()
        && only.keySpan().startColumn() == column(start)
        && only.keySpan().endColumn() + 1 == value.span().startColumn()
        && value.span().startColumn() == column(end);
  }

  private static int column(Event event) {
    return event.getStartMark().orElseThrow().getColumn() + 1;
  }

  /// The same key as a text that is kept already: repositories are made of some hundred keys. Threads may overwrite each
  /// other's, which costs a copy and nothing else.
  private static String known(String key) {
    int at = key.hashCode() & (KEYS.length - 1);
    String known = KEYS[at];
    if (known != null && known.equals(key)) {
      return known;
    }
    KEYS[at] = key;
    return key;
  }

  private Node.Scalar key(Event event, int depth) {
    if (event instanceof ScalarEvent || event instanceof AliasEvent) {
      if (node(event, depth + 1) instanceof Node.Scalar key) {
        return key;
      }
    }
    throw new Malformed(span(event, event), "a key is a mapping or a list; only text can be a key");
  }

  /// Kubernetes merges in the order of the text: later keys win, of a list of mappings the first
  /// one does.
  private static void merge(Entries entries, Node value, Span where) {
    switch (value) {
      case Node.Mapping mapping -> mapping.entries().forEach(entries::merge);
      case Node.Sequence(var items, _) -> {
        for (Node item : items.reversed()) {
          if (!(item instanceof Node.Mapping mapping)) {
            throw new Malformed(where, "`<<` merges a list item that is no mapping");
          }
          mapping.entries().forEach(entries::merge);
        }
      }
      case Node.Scalar _ -> throw new Malformed(where, "`<<` merges a value that is no mapping");
    }
  }

  private void duplicate(Node.Entry first, Node.Entry second) {
    var where = new StringBuilder();
    for (String step : path) {
      where.append(step.startsWith("[") || where.isEmpty() ? "" : ".").append(step);
    }
    where.append(where.isEmpty() ? "" : ".").append(second.key());
    problems.add(
        new Problem(
                Problem.Kind.DUPLICATE_KEY,
                new Origin(file, where.toString(), second.keySpan()),
                "key `%s` stands twice in one mapping, first on line %d"
                    .formatted(second.key(), first.keySpan().startLine()),
                "the last one counts in Kubernetes, and strict readers refuse the object")
            .because(new Origin(file, where.toString(), first.keySpan()), "it stands here first"));
  }

  /// A block collection ends with its last value: the parser's own mark is at the next token,
  /// beyond comments.
  ///
  /// @param last of the last value; of the start where there is none
  private Span whole(Event start, boolean flow, Event end, Span last) {
    return flow ? span(start, (CollectionEndEvent) end) : span(start, start).to(last);
  }

  private Span span(Event from, Event to) {
    Mark start = from.getStartMark().orElseThrow();
    Mark end = to.getEndMark().orElseThrow();
    return new Span(
        start.getLine() + firstLine,
        start.getColumn() + 1,
        end.getLine() + firstLine,
        end.getColumn() + 1);
  }
}
