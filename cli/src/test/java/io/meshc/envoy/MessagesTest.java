package io.meshc.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every message that is written is one that Envoy's own classes read, down to the last field.
class MessagesTest {
  @TempDir private Path folder;

  static Stream<Arguments> approved() {
    try (Stream<Path> cases = Files.list(Shared.repository().resolve("golden"))) {
      return cases.sorted().toList().stream()
          .filter(it -> Files.exists(it.resolve("envoy.approved.yaml")))
          .map(it -> arguments(it.getFileName().toString(), it))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("approved")
  void readsWhatIsApproved(String name, Path golden) {
    assertThat(faults(ValidatesTest.files(golden).toList())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smi", "osm", "istio", "linkerd", "gateway-api"})
  void readsTheBookstoreOfEachLanguage(String language) {
    var args = new ArrayList<>(List.of("translate", "--environment=" + language, "--to=envoy"));
    args.addAll(List.of("--assume=closed", "-o=" + folder));
    if (language.equals("osm")) {
      args.add("--osm-permissive=false");
    }
    var ran = Cli.run(Shared.repository(), "", args);
    assertThat(ran.status()).as(ran.out() + ran.err()).isZero();

    List<SourceFile> files = Cli.tree(folder);

    assertThat(files).extracting(SourceFile::path).anyMatch(it -> it.contains("/xds/rds/"));
    assertThat(faults(files)).isEmpty();
  }

  @Test
  void anUnknownFieldIsAFault() {
    var file = new SourceFile("a/bootstrap.yaml", "node:\n  idd: \"a\"\n");

    assertThat(Messages.faults(file)).contains("idd");
  }

  private static List<String> faults(List<SourceFile> files) {
    var faults = new ArrayList<String>();
    for (SourceFile it : files) {
      if (it.path().endsWith(".yaml")) {
        String fault = Messages.faults(it);
        if (!fault.isEmpty()) {
          faults.add(it.path() + ": " + fault);
        }
      }
    }
    return faults;
  }
}
