package io.meshc.validate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImportCrdsTest {
  private static final Path SCHEMAS = Path.of("../schemas");

  @Test
  void givesTheSameBytesAgain() throws IOException {
    Path crds = Path.of(System.getenv().getOrDefault("MESHC_SHARED", "../../shared"), "crds");
    boolean required = System.getenv().getOrDefault("MESHC_REQUIRE_SHARED", "").equals("1");
    assumeTrue(required || Files.isDirectory(crds), "MESHC_SHARED names no folder with crds/");

    assertThat(bundled()).isEqualTo(ImportCrds.everything(crds));
  }

  @Test
  void everyFolderSaysWhatItWasMadeOf() throws IOException {
    for (ImportCrds.Project it : ImportCrds.PROJECTS) {
      assertThat(Files.readAllLines(SCHEMAS.resolve(it.folder()).resolve("SOURCE")))
          .contains("project: " + it.name(), "version: " + it.version())
          .anySatisfy(line -> assertThat(line).matches(" {2}\\S+\\.yaml: [0-9a-f]{64}"));
    }
  }

  @Test
  void everyFileCanBeReadAndHoldsNoProse() throws IOException {
    assertThat(bundled()).hasSizeGreaterThan(50);
    bundled()
        .forEach((path, text) -> {
          assertThat(text).doesNotContain("\"description\": \"", "x-kubernetes-validations");
          if (path.endsWith(".json")) {
            String[] steps = path.split("/");
            String kind = steps[steps.length - 1].replace(".json", "");
            String group = steps[steps.length - 2];
            String folder = path.substring(0, path.indexOf(group) - 1);
            Crd crd = BundledSchemas.crd(folder, group, kind).orElseThrow();
            assertThat(crd.kind()).isEqualTo(kind);
            assertThat(crd.group()).isEqualTo(group);
          }
        });
  }

  private static Map<String, String> bundled() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(SCHEMAS)) {
      for (Path it : all.filter(Files::isRegularFile).toList()) {
        String path = SCHEMAS.relativize(it).toString().replace('\\', '/');
        if (!path.equals("README.md")) {
          files.put(path, Files.readString(it));
        }
      }
    }
    return files;
  }
}
