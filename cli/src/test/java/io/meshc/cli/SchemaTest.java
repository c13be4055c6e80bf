package io.meshc.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Cli.Ran;
import io.meshc.conformance.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Every machine format against its published schema.
class SchemaTest {
  @TempDir private Path here;

  @Test
  void lint() {
    Cli.write(here.resolve("shop.yaml"), LintTest.BROKEN);
    Cli.write(here.resolve("bad.yaml"), "a: [\n");

    Ran ran = Cli.run(here, "", List.of("lint", "--format", "json"));

    conforms(ran.out(), "lint");
    conforms(
        Cli.run(Shared.repository(), "", List.of("lint", "examples", "--format", "json")).out(),
        "lint");
  }

  @Test
  void rules() {
    conforms(Cli.run(here, "", List.of("rules", "--format", "json")).out(), "rules");
  }

  @Test
  void queries() {
    String lines =
        Cli.read(Shared.repository().resolve("cli/src/test/resources/bookstore-requests.jsonl"));
    var mapper = new JsonMapper();
    String requests =
        lines.lines().map(it -> mapper.readTree(it).get("request") + "\n").collect(joining());
    requests.lines().forEach(it -> conforms(it, "query-request"));

    Ran ran =
        Cli.run(
            Shared.repository(),
            requests,
            List.of("query", "examples/bookstore", "--requests", "-", "--format", "json"));

    assertThat(ran.out().lines()).hasSameSizeAs(requests.lines().toList());
    ran.out().lines().forEach(it -> conforms(it, "query"));
  }

  @Test
  void translations() {
    Cli.run(
        Shared.repository(),
        "",
        List.of(
            "translate",
            "examples/bookstore",
            "--to",
            "istio",
            "--plan",
            "--no-verify",
            "--report",
            here.resolve("report.json").toString()));

    conforms(Cli.read(here.resolve("report.json")), "translate");
  }

  @Test
  void requests() {
    Stream.of(
            "{\"to\": \"a\"}",
            "{\"id\": 7, \"from\": null, \"to\": \"a:80\", \"headers\": {\"x\": [\"a\", \"b\"],"
                + " \"y\": \"c\"}, \"plaintext\": true}")
        .forEach(it -> conforms(it, "query-request"));
    assertThat(
            schema("query-request").validate("{\"form\": \"x\", \"to\": \"a\"}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void sarif() throws IOException {
    Cli.write(here.resolve("dir with space/ä:b.yaml"), LintTest.BROKEN);
    Cli.write(here.resolve("bad.yaml"), "a: [\n");
    String official;
    try (InputStream schema = getClass().getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      boolean required = "1".equals(System.getenv("MESHC_REQUIRE_REAL"));
      assumeTrue(schema != null || required, "the SARIF schema is not on the class path");
      assertThat(schema).as("the SARIF schema on the class path").isNotNull();
      official = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    }

    String sarif = Cli.run(here, "", List.of("lint", "--format", "sarif")).out();

    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(official, InputFormat.JSON);
    assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    assertThat(
            schema.validate(
                sarif.replace("\"level\":\"error\"", "\"level\":\"bad\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(sarif).contains("\"uri\":\"dir%20with%20space/%C3%A4:b.yaml\"");
  }

  private static void conforms(String json, String schema) {
    assertThat(schema(schema).validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  private static Schema schema(String name) {
    String text = Cli.read(Shared.repository().resolve("docs/" + name + ".schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }
}
