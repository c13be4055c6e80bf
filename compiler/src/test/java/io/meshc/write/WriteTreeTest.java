package io.meshc.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.lower.Output;
import io.meshc.lower.Output.Created;
import io.meshc.lower.Output.ObjectEdit;
import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import io.meshc.source.SourceFile;
import io.meshc.source.Span;
import io.meshc.yaml.Nodes;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A tree keeps its bytes but for what the translation changes.
class WriteTreeTest {
  private static final ResourceId SERVICE = new ResourceId("", "Service", "shop", "api");
  private static final ResourceId TARGET =
      new ResourceId("access.smi-spec.io", "TrafficTarget", "shop", "grant");
  private static final String OBJECTS =
      """
      # a comment
      apiVersion: v1
      kind: Service
      metadata: {name: api, namespace: shop}
      spec:
        ports:
        - port: 80   # stays
      ---
      apiVersion: access.smi-spec.io/v1alpha3
      kind: TrafficTarget
      metadata: {name: grant, namespace: shop}
      """;

  @Test
  void edits_one_object_and_cuts_out_another() {
    var edit =
        new ObjectEdit.Set(SERVICE, List.of("spec", "ports", "[0]", "appProtocol"), "http", "");
    Tree tree = tree("repo/a.yaml", OBJECTS, new Output(List.of(), List.of(edit), Set.of(TARGET)));
    assertThat(tree.files())
        .containsOnlyKeys("a.yaml")
        .containsValue(
            """
            # a comment
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec:
              ports:
              - port: 80   # stays
                appProtocol: http
            """);
    assertThat(tree.undone()).isEmpty();
  }

  /// A file that was looked at as a whole for each change took minutes.
  @Test
  @Timeout(30)
  void changes_many_documents_of_one_file_in_the_time_that_they_take() {
    int many = 1_500;
    var text = new StringBuilder();
    var edits = new ArrayList<ObjectEdit>();
    var replaced = new HashSet<ResourceId>();
    for (int i = 0; i < many; i++) {
      text.append(OBJECTS.replace("api,", "api" + i + ",").replace("grant", "grant" + i))
          .append("---\n");
      var service = new ResourceId("", "Service", "shop", "api" + i);
      edits.add(new ObjectEdit.Set(service, List.of("metadata", "labels", "x"), "one", ""));
      replaced.add(new ResourceId(TARGET.group(), TARGET.kind(), "shop", "grant" + i));
    }
    Tree tree = tree("a.yaml", text.toString(), new Output(List.of(), edits, replaced));
    assertThat(tree.undone()).isEmpty();
    assertThat(tree.files().getOrDefault("a.yaml", ""))
        .doesNotContain("TrafficTarget")
        .satisfies(it -> assertThat(it.split("x: one", -1)).hasSize(many + 1));
  }

  @Test
  void drops_a_file_that_holds_nothing_else() {
    String text = OBJECTS.substring(OBJECTS.indexOf("---\n"));
    assertThat(tree("repo/a.yaml", text, new Output(List.of(), List.of(), Set.of(TARGET))).files())
        .isEmpty();
  }

  @Test
  void says_which_edit_it_could_not_make() {
    var edit = new ObjectEdit.Set(TARGET, List.of("kind", "x"), "1", "");
    assertThat(tree("a.yaml", OBJECTS, Output.edits(List.of(edit))).undone()).containsExactly(edit);
  }

  @Test
  void takes_an_edit_that_is_there_already_for_done() {
    var set = new ObjectEdit.Set(SERVICE, List.of("metadata", "name"), "api", "");
    var remove = new ObjectEdit.Remove(SERVICE, List.of("metadata", "labels", "x"), "");
    Tree tree = tree("a.yaml", OBJECTS, Output.edits(List.of(set, remove)));
    assertThat(tree.files()).containsValue(OBJECTS);
    assertThat(tree.undone()).isEmpty();
  }

  @Test
  void writes_new_objects_by_namespace_with_the_lines_that_ask_for_them() {
    Origin from = new Origin("repo/sub/a.yaml", "metadata.name", new Span(9, 1, 9, 2));
    Output output =
        Output.of(
            List.of(
                created("B", "shop", "x", from),
                created("A", "shop", "x", from),
                created("Namespace", "", "shop", from)));
    Tree tree = tree("repo/istio/shop.yaml", OBJECTS, output);
    assertThat(tree.files().getOrDefault("istio/shop-2.yaml", ""))
        .isEqualTo(
            """
            # from sub/a.yaml:9
            kind: Namespace
            ---
            # from sub/a.yaml:9
            kind: A
            ---
            # from sub/a.yaml:9
            kind: B
            """);
  }

  @ParameterizedTest(name = "{1} below {0}")
  @CsvSource({
    "repo, repo/a.yaml, a.yaml",
    "repo/, repo/a/b.yaml, a/b.yaml",
    "./repo, repo/a.yaml, a.yaml",
    ".., ../a.yaml, a.yaml",
    "repo, other/a.yaml, other/a.yaml",
    "repo/a.yaml, repo/a.yaml, a.yaml",
    "'', ../../a.yaml, a.yaml",
    "'', /etc/a.yaml, etc/a.yaml"
  })
  void names_paths_below_the_root(String root, String path, String expected) {
    assertThat(TreePath.below(root, path)).isEqualTo(expected);
  }

  private static Created created(String kind, String namespace, String name, Origin from) {
    return new Created(
        new ResourceId("g", kind, namespace, name),
        Nodes.map().put("kind", kind).build(),
        List.of(from));
  }

  private static Tree tree(String path, String text, Output output) {
    var file = new SourceFile(path, text);
    return WriteTree.of(
        List.of(file),
        ParseYaml.parse(file).value(),
        output,
        new WriteTree.Source("repo", "default", "istio"));
  }
}
