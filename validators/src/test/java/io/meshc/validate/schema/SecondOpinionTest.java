package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.meshc.diag.Problem;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Document;
import io.meshc.yaml.Node;
import io.meshc.yaml.ReadNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A validator of JSON Schema that others wrote says the same of random values as ours, for every bundled schema. What JSON Schema
/// has no words for is left out: keys of lists, formats and the width of integers.
final class SecondOpinionTest {
  private static final int VALUES = 200;
  private static final long SEED = 20261101;

  private static final Set<Problem.Kind> OURS_ALONE =
      EnumSet.of(Problem.Kind.REPEATED_ITEM, Problem.Kind.FORMAT_MISMATCH);

  private static final Node.Mapping MADE_UP =
      new Node.Mapping(
          List.of(RandomValue.entry("made-up", RandomValue.text("x"))), Span.FILE_START);

  private static final ResourceId ID = new ResourceId("g", "K", "n", "x");

  @ParameterizedTest(name = "{0}")
  @MethodSource("schemas")
  void agrees(String path) throws IOException {
    int wrong = 0;
    int all = 0;
    for (Node.Mapping version : versions(path)) {
      Node.Mapping schema = ReadSchema.map(version, "schema");
      Schema ours = ReadSchema.read(schema, new ArrayList<>());
      var theirs =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(AsJson.schema(schema));
      var random = new RandomValue(new Random(SEED));
      for (int i = 0; i < VALUES; i++) {
        Node.Mapping value = i == 0 ? MADE_UP : (Node.Mapping) root(random, schema);
        List<Problem> found = found(ours, value);
        var said = theirs.validate(AsJson.value(value));
        if (!isWidth(found)) {
          assertThat(found.isEmpty())
              .as("%s\nours: %s\ntheirs: %s", AsJson.value(value), found, said)
              .isEqualTo(said.isEmpty());
        }
        all++;
        wrong += found.isEmpty() ? 0 : 1;
      }
    }
    assertThat(wrong).as("values with mistakes").isPositive().isLessThan(all);
  }

  static Stream<String> schemas() throws IOException {
    Path top = Path.of("../schemas");
    try (Stream<Path> all = Files.walk(top)) {
      return all
          .filter(it -> it.toString().endsWith(".json"))
          .map(it -> top.relativize(it).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static List<Node.Mapping> versions(String path) throws IOException {
    String text = Files.readString(Path.of("../schemas").resolve(path));
    Node file = ReadNode.read(text, path, 1, new ArrayList<>()).orElseThrow();
    return ReadSchema.items((Node.Mapping) file, "versions").stream()
        .map(Node.Mapping.class::cast)
        .toList();
  }

  /// The top of an object is always a mapping, or it would be no document.
  private static Node root(RandomValue random, Node.Mapping schema) {
    Node value = random.of(schema, 0);
    return value instanceof Node.Mapping ? value : new Node.Mapping(List.of(), Span.FILE_START);
  }

  private static List<Problem> found(Schema schema, Node.Mapping value) {
    var file = new SourceFile("random.yaml", "");
    return Visit.check(new Document(file, 0, value, 0, 0), ID, schema).stream()
        .filter(it -> !OURS_ALONE.contains(it.kind()))
        .toList();
  }

  /// Nothing but a number that does not fit 32 bits.
  private static boolean isWidth(List<Problem> found) {
    return !found.isEmpty()
        && found.stream().allMatch(it -> it.message().endsWith(" is more than 2147483647"));
  }
}
