package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.meshc.diag.Problem;
import io.meshc.yaml.Document;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No object costs more than its size, however many mistakes are in it, and none of them is left out.
final class WideObjectTest {
  private static final int MANY = 30_000;

  @Test
  void everyUnknownFieldIsSaid() {
    var spec = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      spec.append("hosst").append(i).append(": [a]\n");
    }
    assertThat(problems("networking.istio.io/v1", "VirtualService", spec))
        .hasSize(MANY)
        .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Problem.Kind.UNKNOWN_FIELD));
  }

  @Test
  void everyRepeatedItemIsSaid() {
    var spec = new StringBuilder("hosts: [a.example.com]\nports:\n");
    for (int i = 0; i < MANY; i++) {
      spec.append("- {number: 80, name: http, protocol: HTTP}\n");
    }
    assertThat(problems("networking.istio.io/v1", "ServiceEntry", spec))
        .filteredOn(it -> it.kind() == Problem.Kind.REPEATED_ITEM)
        .hasSize(MANY - 1);
  }

  private static List<Problem> problems(String version, String kind, CharSequence spec) {
    Document document =
        SchemaCasesTest.document(
            "wide.yaml",
            SchemaCasesTest.object(spec.toString())
                .replace("apiVersion: example.com/v1", "apiVersion: " + version)
                .replace("kind: Thing", "kind: " + kind));
    return assertTimeout(
        Duration.ofSeconds(20), () -> CheckSchemas.check(List.of(document), "default").problems());
  }
}
