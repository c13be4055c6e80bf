package io.meshc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--crds`: the cluster's own definitions, from wherever they are named.
class CrdsTest {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: peerauthentications.security.istio.io}
      spec:
        group: security.istio.io
        scope: Namespaced
        names: {kind: PeerAuthentication, plural: peerauthentications}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      mtls:
                        type: object
                        properties: {mode: {type: string, default: STRICT}}
                        x-kubernetes-validations:
                          - {rule: self.mode == 'STRICT', message: this cluster takes no plaintext}
      """;

  private static final String OBJECT =
      """
      apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default, namespace: shop}
      spec:
        mtls:
          mode: DISABLE
      """;

  private static final String FOUND =
      "error[MC0049]: `spec.mtls` breaks a rule of its definition: this cluster takes no plaintext";

  @TempDir private Path here;

  @BeforeEach
  void files() {
    Cli.write(here.resolve("apps/mtls.yaml"), OBJECT);
    Cli.write(here.resolve("cluster/crds.yaml"), DEFINITION);
  }

  @Test
  void theirRulesAreAsked() {
    Ran ran = lint("--crds", "cluster", "apps");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .contains(FOUND, "apps/mtls.yaml:6:5", "the rule: `self.mode == 'STRICT'`");
  }

  @Test
  void withoutThemTheBundledSchemaCounts() {
    assertThat(lint("apps").out()).doesNotContain("MC0049");
  }

  @Test
  void thoseAmongTheFilesCountToo() {
    assertThat(lint(".").out()).contains(FOUND);
  }

  @Test
  void theConfigFileAndTheEnvironmentNameThem() {
    assertThat(Cli.run(here, "", Map.of("MESHC_CRDS", "cluster"), List.of("lint", "apps")).out())
        .contains(FOUND);
    Cli.write(here.resolve(".meshc.yaml"), "crds: cluster/crds.yaml\n");
    assertThat(lint("apps").out()).contains(FOUND);
  }

  @Test
  void aListAsTheClusterPrintsItIsTaken() {
    String list =
        "apiVersion: v1\nkind: List\nitems:\n- " + DEFINITION.strip().replace("\n", "\n  ") + "\n";
    Cli.write(here.resolve("list/all.yaml"), list);

    assertThat(lint("--crds", "list", "apps").out()).contains(FOUND);
  }

  @Test
  void otherCommandsReadThemToo() {
    Ran ran =
        Cli.run(
            here, "", List.of("translate", "--plan", "--to", "istio", "--crds", "cluster", "apps"));

    assertThat(ran.err() + ran.out()).contains(FOUND);
  }

  @Test
  void aChannelOfTheGatewayApiMayBeSaid() {
    String route =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: cart, namespace: shop}
        spec:
          parentRefs: [{name: edge, port: 80}, {name: edge, port: 81}]
          rules: [{name: a, retry: {attempts: 2}}, {name: a}]
        """;
    Cli.write(here.resolve("apps/route.yaml"), route);

    assertThat(lint("apps").out()).contains("MC0406").doesNotContain("MC0004", "MC0400");
    assertThat(lint("--gateway-channel", "experimental", "apps").out())
        .contains("MC0406")
        .doesNotContain("MC0004", "MC0400");
    assertThat(lint("--gateway-channel", "standard", "apps").out())
        .contains("field `spec.rules[0].retry` is not known", "MC0400")
        .doesNotContain("MC0406");
    assertThat(lint("--gateway-channel", "beta", "apps").err()).contains("beta", "experimental");
  }

  @Test
  void noDefinitionsIsAMistake() {
    Ran ran = lint("--crds", "apps", "apps");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no CustomResourceDefinition in `apps`");
    assertThat(lint("--crds", "nowhere", "apps").err()).contains("`nowhere` cannot be read");
  }

  @Test
  void textThatIsNoYamlIsSaid() {
    Cli.write(here.resolve("cluster/broken.yaml"), "a: [b\n");

    assertThat(lint("--crds", "cluster", "apps").out())
        .contains(FOUND, "MC0001", "cluster/broken.yaml");
  }

  /// The engine takes longer to load than all else that a small input needs.
  @Test
  void noClassOfTheEngineIsLoadedWithoutThem() throws ReflectiveOperationException {
    assertThat(loaded("lint", "apps")).contains("io.meshc.validate.schema.CheckSchemas");
    assertThat(loaded("lint", "apps")).noneMatch(it -> it.startsWith("dev.cel."));
    assertThat(loaded("lint", "--crds", "cluster", "apps"))
        .anyMatch(it -> it.startsWith("dev.cel."));
  }

  /// The classes that a run asks for, in a world of its own.
  private Set<String> loaded(String... args) throws ReflectiveOperationException {
    var asked = ConcurrentHashMap.<String>newKeySet();
    var world = new Recording(asked);
    var out = new PrintStream(OutputStream.nullOutputStream());
    Object status =
        world
            .loadClass(Main.class.getName())
            .getMethod(
                "run",
                String[].class,
                InputStream.class,
                PrintStream.class,
                PrintStream.class,
                Map.class,
                Path.class)
            .invoke(null, args, InputStream.nullInputStream(), out, out, Map.of(), here);
    assertThat(status).isIn(0, 1);
    return asked;
  }

  /// Makes the classes of meshc anew, so that it hears what they ask for.
  private static final class Recording extends ClassLoader {
    private final Set<String> asked;

    Recording(Set<String> asked) {
      super(Main.class.getClassLoader());
      this.asked = asked;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (!name.startsWith("io.meshc.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException | NullPointerException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private Ran lint(String... args) {
    var all = new ArrayList<>(List.of("lint"));
    all.addAll(List.of(args));
    return Cli.run(here, "", all);
  }
}
