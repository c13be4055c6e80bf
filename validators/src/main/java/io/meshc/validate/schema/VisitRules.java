package io.meshc.validate.schema;

import io.meshc.diag.Problem;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.Span;
import io.meshc.validate.schema.Schema.CelRule;
import io.meshc.validate.schema.Schema.Type;
import io.meshc.validate.schema.cel.Answer;
import io.meshc.validate.schema.cel.Engine;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.Numbers;
import io.meshc.yaml.Scalars;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A walk through one document that has the right structure, by a schema with rules: each value is made as rules see it, with the
/// defaults that the server fills in, and each rule is asked where it stands.
final class VisitRules {
  /// Of one document: rules that run out of steps cost seconds.
  private static final int MAX_EXHAUSTED = 3;

  private int exhausted;

  private final Document document;
  private final ResourceId id;
  private final Engine engine;
  private final StringBuilder path = new StringBuilder();
  private final List<Problem> problems = new ArrayList<>();

  private VisitRules(Document document, ResourceId id, Engine engine) {
    this.document = document;
    this.id = id;
    this.engine = engine;
  }

  static List<Problem> check(Document document, ResourceId id, Schema schema, Engine engine) {
    var visit = new VisitRules(document, id, engine);
    Object self = visit.mapping(schema, document.root(), true);
    visit.ask(schema, self, document.root().span());
    return visit.problems;
  }

  /// The value of a node as rules see it.
  private Object value(Schema schema, Node node) {
    if (Scalars.isNull(node)) {
      Node otherwise = schema.nullable() ? node : schema.otherwise().orElse(node);
      return Scalars.isNull(otherwise) ? Engine.NOTHING : value(schema, otherwise);
    }
    Object self = make(schema, node);
    ask(schema, self, node.span());
    return self;
  }

  private Object make(Schema schema, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping(schema, mapping, false);
    }
    if (node instanceof Node.Sequence list) {
      Schema items = schema.items().orElse(Schema.ANYTHING);
      var values = new ArrayList<Object>();
      for (int i = 0; i < list.items().size(); i++) {
        int before = path.length();
        path.append('[').append(i).append(']');
        values.add(value(items, list.items().get(i)));
        path.setLength(before);
      }
      return values;
    }
    return scalar(schema.type(), (Node.Scalar) node);
  }

  /// Without fields that the server drops: unknown ones, and those without a value.
  private Map<String, Object> mapping(Schema schema, Node.Mapping mapping, boolean top) {
    var values = new LinkedHashMap<String, Object>();
    for (Node.Entry it : mapping.entries()) {
      Schema property = schema.properties().get(it.key());
      boolean named = property != null || (top && Visit.OF_EVERY_OBJECT.contains(it.key()));
      Schema of = property != null ? property : schema.additional().orElse(Schema.ANYTHING);
      boolean known = named || schema.additional().isPresent() || schema.open();
      if (known || schema.type() != Type.OBJECT) {
        put(named ? escaped(it.key()) : it.key(), it.key(), of, it.value(), values);
      }
    }
    for (Map.Entry<String, Schema> it : schema.properties().entrySet()) {
      Optional<Node> otherwise = it.getValue().otherwise();
      if (otherwise.isPresent() && !values.containsKey(escaped(it.getKey()))) {
        put(escaped(it.getKey()), it.getKey(), it.getValue(), otherwise.get(), values);
      }
    }
    return values;
  }

  private void put(String as, String key, Schema schema, Node value, Map<String, Object> into) {
    int before = path.length();
    path.append(before == 0 ? "" : ".").append(key);
    Object self = value(schema, value);
    if (self != Engine.NOTHING || schema.nullable()) {
      into.put(as, self);
    }
    path.setLength(before);
  }

  private static Object scalar(Type type, Node.Scalar scalar) {
    return switch (Scalars.kind(scalar)) {
      case STRING, NULL -> scalar.text();
      case BOOLEAN -> Scalars.bool(scalar).orElse(false);
      case INTEGER, FLOAT -> number(type, scalar);
    };
  }

  private static Object number(Type type, Node.Scalar scalar) {
    BigDecimal number = Numbers.of(scalar).orElse(BigDecimal.ZERO);
    boolean whole = type != Type.NUMBER && number.stripTrailingZeros().scale() <= 0;
    return whole ? (Object) number.longValue() : (Object) number.doubleValue();
  }

  private void ask(Schema schema, Object self, Span span) {
    List<CelRule> rules = schema.rules();
    for (int i = 0; i < rules.size(); i++) {
      CelRule rule = rules.get(i);
      if (Engine.isTransition(rule)) {
        unchecked(rule, span, "it compares with the object before a change");
      } else if (exhausted < MAX_EXHAUSTED) {
        Answer answer = engine.ask(rule, self);
        exhausted += answer == Engine.EXHAUSTED ? 1 : 0;
        if (answer instanceof Answer.Broken(String said)) {
          broken(rule, said, span);
        } else if (answer instanceof Answer.Unchecked(String why)) {
          unchecked(rule, span, why);
        }
      }
    }
  }

  private void broken(CelRule rule, String said, Span span) {
    String what = path.isEmpty() ? "the object" : "`" + path + "`";
    String why = said.isEmpty() ? Shown.text(rule.expression()) : Shown.sentence(said);
    add(
        Problem.Kind.VIOLATED_RULE,
        span,
        what + " breaks a rule of its definition: " + why,
        "the rule: `" + Shown.text(rule.expression()) + "`");
  }

  private void unchecked(CelRule rule, Span span, String why) {
    add(
        Problem.Kind.UNCHECKED_RULE,
        span,
        "a rule of `" + id.kind() + "` is not checked: " + why,
        "the rule: `" + Shown.text(rule.expression()) + "`");
  }

  private void add(Problem.Kind kind, Span span, String message, String help) {
    var origin = new Origin(document.file().path(), path.toString(), span);
    problems.add(new Problem(kind, origin, message, help).in(id));
  }

  /// Names of fields that are no names to CEL, or words of its own.
  private static String escaped(String name) {
    if (RESERVED.contains(name)) {
      return "__" + name + "__";
    }
    boolean plain = true;
    for (int i = 0; plain && i < name.length(); i++) {
      char at = name.charAt(i);
      plain = at != '-' && at != '.' && at != '/' && at != '_';
    }
    return plain
        ? name
        : name.replace("__", "__underscores__")
            .replace("-", "__dash__")
            .replace(".", "__dot__")
            .replace("/", "__slash__");
  }

  private static final java.util.Set<String> RESERVED =
      java.util.Set.of(
          "true",
          "false",
          "null",
          "in",
          "as",
          "break",
          "const",
          "continue",
          "else",
          "for",
          "function",
          "if",
          "import",
          "let",
          "loop",
          "package",
          "namespace",
          "return",
          "var",
          "void",
          "while");
}
