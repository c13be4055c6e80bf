package io.meshc.cli.config;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.meshc.cli.config.Keys.Key;
import io.meshc.conformance.Cli;
import io.meshc.conformance.Shared;
import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import io.meshc.yaml.Node;
import io.meshc.yaml.ParseYaml;
import io.meshc.yaml.Scalars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// The parser and the published schema take and refuse the same files, and everything that is a key stands in both, in the page
/// for people, and in the help of a command.
class ConfigTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode SCHEMA =
      new JsonMapper().readTree(repositoryFile("docs/meshc.schema.json"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "{}",
        "paths: [deploy, ../other, /etc/mesh]",
        "paths: []",
        "paths:",
        "exclude: [legacy/, '*.tpl.yaml', '!keep.yaml', /a/**/b]",
        "isolated: true",
        "isolated: yes",
        "assume: closed",
        "assume: ~",
        "default-namespace: shop",
        "default-namespace: '7'",
        "mesh-config: mesh/config.yaml",
        "osm-permissive: false",
        "smi-path-regex: prefix",
        "select: [MC3002, unused-match, security, '*', mc0001]",
        "min-severity: warning",
        "fail-on: never",
        "baseline: .meshc-baseline.json",
        "format: sarif",
        "output: {sarif: a.sarif, json: b/c.json, text:}",
        "statistics: true",
        "severity: {MC3002: info, security: error}",
        "severity:",
        "ignore: [{rule: MC3002, reason: known}]",
        "ignore: [{rule: '*', path: legacy/, resource: TrafficTarget shop/*, reason: old}]",
        "ignore: [{rule: invalid, path:, resource: Gateway.networking.istio.io, reason: old}]",
        "ignore: [{rule: MC3002, resource: Namespace shop, reason: \"two\\nlines\"}]",
        "translate: {to: istio, directory: out, accept: [cosmetic], strict: true}",
        "translate: {skip-invalid: false, istio-regex: envoyfilter}",
        "translate:",
        "environments: {east: {paths: [a]}, west-1: {paths: [b, c], trust-domain: t,"
            + " cluster-domain: c.local, mesh-config: m.yaml}}",
        "environments:",
        "{environments: {a: {paths: [a]}}, meshes: {shop: {clusters: [{environment: a, name: b,"
            + " network: net, locality: eu/eu-1}]}}}",
        "{environments: {a: {paths: [a]}}, meshes: {shop: {clusters: [{environment: a}],"
            + " trust-domain-aliases: [old], clusterset-hosts: true}}}",
      })
  void takes(String text) {
    assertThat(problems(text)).isEmpty();
    assertThat(agreesWithSchema(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[] # 1:1: a config file is a mapping, and this is none",
        "word # 1:1: a config file is a mapping, and this is none",
        "fail-om: error # 1:1: field `fail-om` is not known; did you mean `fail-on`?",
        "rules: [MC3002] # 1:1: field `rules` is not known",
        "paths: deploy # 1:8: field `paths` is a string, not a list",
        "paths: [''] # 1:9: field `paths[0]` is empty",
        "paths: [1] # 1:9: field `paths[0]` is a number, not a string",
        "exclude: [' '] # 1:11: ` ` is no pattern of paths; patterns are written as in .gitignore",
        "exclude: ['#a'] # 1:11: `#a` is no pattern of paths; patterns are written as in"
            + " .gitignore",
        "isolated: 'true' # 1:11: field `isolated` is a string, not true or false",
        "assume: opne # 1:9: `opne` is not a value of `assume`; did you mean `open`?",
        "default-namespace: 7 # 1:20: field `default-namespace` is a number, not a string",
        "default-namespace: '' # 1:20: field `default-namespace` is empty",
        "mesh-config: {} # 1:14: field `mesh-config` is a mapping, not a string",
        "osm-permissive: maybe # 1:17: field `osm-permissive` is a string, not true or false",
        "smi-path-regex: start # 1:17: `start` is not a value of `smi-path-regex`; there is `full`,"
            + " `prefix`",
        "select: MC3002 # 1:9: field `select` is a string, not a list",
        "min-severity: never # 1:15: `never` is not a value of `min-severity`; there is `info`,"
            + " `warning`, `error`",
        "fail-on: eror # 1:10: `eror` is not a value of `fail-on`; did you mean `error`?",
        "format: xml # 1:9: `xml` is not a value of `format`; there is `text`, `json`, `sarif`,"
            + " `github`, `markdown`",
        "output: {sarrif: a} # 1:10: field `output.sarrif` is not known; did you mean `sarif`?",
        "output: {sarif: ''} # 1:17: field `output.sarif` is empty",
        "output: [sarif=a] # 1:9: field `output` is a list, not a mapping",
        "statistics: 1 # 1:13: field `statistics` is a number, not true or false",
        "severity: {MC3002: eror} # 1:20: `eror` is not a value of `severity.MC3002`; did you mean"
            + " `error`?",
        "severity: {MC3002: ~} # 1:20: field `severity.MC3002` is null, not a string",
        "severity: [MC3002] # 1:11: field `severity` is a list, not a mapping",
        "ignore: [MC3002] # 1:10: field `ignore[0]` is a string, not a mapping",
        "ignore: [{rule: MC3002}] # 1:10: field `ignore[0].reason` is missing",
        "ignore: [{rule: MC3002, reason: }] # 1:10: field `ignore[0].reason` is missing",
        "ignore: [{rule: MC3002, reason: ' '}] # 1:33: the reason is empty",
        "ignore: [{path: a, reason: b}] # 1:10: field `ignore[0].rule` is missing",
        "ignore: [{rule: MC3002, reason: a, file: b}] # 1:36: field `ignore[0].file` is not known",
        "ignore: [{rule: MC3002, reason: a, path: '#'}] # 1:42: `#` is no pattern of paths;"
            + " patterns are written as in .gitignore",
        "ignore: [{rule: MC3002, reason: a, resource: shop/cart}] # 1:46: `shop/cart` is no"
            + " resource; a resource is such as `TrafficTarget shop/cart`, `Namespace shop` or"
            + " `VirtualService`",
        "translate: istio # 1:12: field `translate` is a string, not a mapping",
        "translate: {too: istio} # 1:13: field `translate.too` is not known; did you mean `to`?",
        "translate: {to: isto} # 1:17: `isto` is not a value of `translate.to`; did you mean"
            + " `istio`?",
        "translate: {accept: [cosmetics]} # 1:22: `cosmetics` is not a value of `translate.accept`;"
            + " did you mean `cosmetic`?",
        "translate: {istio-regex: true} # 1:26: field `translate.istio-regex` is a boolean, not a"
            + " string",
      })
  void refuses(String textAndProblem) {
    int mark = textAndProblem.indexOf(" # ");
    String text = textAndProblem.substring(0, mark);
    assertThat(problems(text)).containsExactly(textAndProblem.substring(mark + 3));
    assertThat(agreesWithSchema(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environments: [a] # 1:15: field `environments` is a list, not a mapping",
        "environments: {a: {}} # 1:19: field `environments.a.paths` is missing",
        "environments: {a: {paths: []}} # 1:27: environment `a` has no paths",
        "environments: {'a b': {paths: [a]}} # 1:23: `a b` is no name; a name is letters, digits,"
            + " `.`, `_` and `-`",
        "environments: {a: {paths: [a], path: b}} # 1:32: field `environments.a.path` is not known;"
            + " did you mean `paths`?",
        "{paths: [a], environments: {b: {paths: [b]}}} # 1:2: `paths` and `environments` exclude"
            + " each other; each environment has paths of its own",
        "{environments: {a: {paths: [a]}}, meshes: {m: {}}} # 1:47: field `meshes.m.clusters` is"
            + " missing",
        "{environments: {a: {paths: [a]}}, meshes: {m: {clusters: [{environment: a, locality:"
            + " /}]}}} # 1:86: `/` is no locality; a locality is REGION, REGION/ZONE or"
            + " REGION/ZONE/SUBZONE"
      })
  void refusesAMeshThatIsNone(String textAndProblem) {
    refuses(textAndProblem);
  }

  /// What no schema can know.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select: [MC30O2] # 1:10: `MC30O2` names no rule, alias or category; did you mean"
            + " `MC3002`?",
        "severity: {nosuch: info} # 1:12: `nosuch` names no rule, alias or category; `meshc rules`"
            + " lists the rules",
        "severity: {MC3002: info, unknown-route-group: error} # 1:26: rule MC3002 has a severity"
            + " already",
        "ignore: [{rule: securty, reason: a}] # 1:17: `securty` names no rule, alias or category;"
            + " did you mean `security`?",
        "environments: {a: {paths: [a]}}\n"
            + "meshes: {m: {clusters: [{environment: b}]}} # 2:39: `b` is none of the"
            + " `environments`; did you mean `a`?",
        "environments: {a: {paths: [a]}}\n"
            + "meshes: {m: {clusters: [{environment: a}, {environment: a}]}} # 2:57: environment"
            + " `a` is a cluster of a mesh already",
        "environments: {a: {paths: [a]}, b: {paths: [b]}}\n"
            + "meshes: {m: {clusters: [{environment: a}, {environment: b, name: a}]}} # 2:66: the"
            + " mesh has a cluster `a` already",
        "exclude: ['[a'] # 1:11: `[a` is no pattern of paths; patterns are written as in"
            + " .gitignore",
        "assume: open\n"
            + "assume: closed # 2:1: key `assume` stands twice in one mapping, first on line 1",
      })
  void refusesWhatTheSchemaTakes(String textAndProblem) {
    int mark = textAndProblem.indexOf(" # ");
    String text = textAndProblem.substring(0, mark);
    assertThat(problems(text)).containsExactly(textAndProblem.substring(mark + 3));
    assertThat(agreesWithSchema(text)).isTrue();
  }

  @Test
  void isOneDocumentOfYaml() {
    assertThat(problems("assume: open\n---\nassume: open\n"))
        .containsExactly("3:1: a config file is one document, and here starts another");
    assertThat(problems("paths: [a\n")).hasSize(1).first().asString().startsWith("2:1: ");
  }

  @Test
  void theNarrowerWordDecidesTheSeverity() {
    Config config = parse("severity: {'*': info, MC3002: error, reference: warning}").value();

    assertThat(config.severities().get("MC3002")).hasToString("ERROR");
    assertThat(config.severities().get("MC3003")).hasToString("WARNING");
    assertThat(config.severities().get("MC0001")).hasToString("INFO");
  }

  @Test
  void everyKeyIsInTheSchemaWithItsWordsAndInThePage() {
    String page = repositoryFile("docs/configuration.md");
    var names =
        new ArrayList<>(
            List.of("exclude", "ignore", "severity", "translate", "environments", "meshes"));
    for (Key key : Keys.TOP) {
      names.add(key.name());
      documented(SCHEMA.at("/properties/" + key.name()), key, page);
    }
    assertThat(SCHEMA.at("/properties").propertyNames()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(names).allSatisfy(it -> assertThat(page).contains("`" + it));

    JsonNode translate = SCHEMA.at("/properties/translate/properties");
    Set<String> options =
        Keys.OF_TRANSLATE.stream().map(it -> afterDot(it.name())).collect(toSet());
    assertThat(translate.propertyNames()).containsExactlyInAnyOrderElementsOf(options);
    Keys.OF_TRANSLATE.forEach(it -> documented(translate.get(afterDot(it.name())), it, page));
  }

  @Test
  void everyKeyIsAnOptionOfACommand() {
    String lint = help("lint");
    for (Key key : Keys.TOP) {
      if (!key.name().equals("paths")) {
        assertThat(lint).containsPattern("--(\\[no-])?" + key.name() + "\\b");
      }
    }
    String translate = help("translate");
    for (Key key : Keys.OF_TRANSLATE) {
      String option = key.name().equals("translate.directory") ? "o" : afterDot(key.name());
      assertThat(translate).containsPattern("-(\\[no-])?" + option + "\\b");
    }
  }

  private static void documented(JsonNode property, Key key, String page) {
    assertThat(property.path("description").asString()).as(key.name()).isNotBlank();
    assertThat(page).contains("| `" + key.name() + "` |");
    JsonNode listed = property.has("enum") ? property.get("enum") : property.at("/items/enum");
    assertThat(listed.valueStream().filter(it -> !it.isNull()).map(JsonNode::asString))
        .as(key.name())
        .containsExactlyElementsOf(key.known().get());
  }

  private static String help(String command) {
    return Cli.run(Path.of("").toAbsolutePath(), "", List.of(command, "--help")).out();
  }

  private static String afterDot(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static Outcome<Config> parse(String text) {
    return ParseConfig.parse(new SourceFile("c", text), Path.of("/repository"));
  }

  private static List<String> problems(String text) {
    return parse(text).problems().stream().map(ConfigTest::said).toList();
  }

  private static String said(Problem it) {
    String help = it.help().isEmpty() ? "" : "; " + it.help();
    return it.origin().place().substring(2) + ": " + it.message() + help;
  }

  private static boolean agreesWithSchema(String text) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA.toString(), InputFormat.JSON);
    return schema.validate(json(text).toString(), InputFormat.JSON).isEmpty();
  }

  /// As an editor would see it. A document that is no mapping is not in the tree, so a list stands for it.
  private static JsonNode json(String text) {
    var parsed = ParseYaml.parse(new SourceFile("c", text));
    boolean empty = parsed.value().isEmpty() && parsed.problems().isEmpty();
    Optional<Node> root = parsed.value().stream().findFirst().map(it -> it.root());
    return root.map(ConfigTest::json).orElse(empty ? JSON.nullNode() : JSON.arrayNode());
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          switch (Scalars.kind(scalar)) {
            case STRING -> JSON.stringNode(scalar.text());
            case INTEGER -> JSON.numberNode(Scalars.integer(scalar).orElseThrow());
            case FLOAT -> JSON.numberNode(Double.parseDouble(scalar.text()));
            case BOOLEAN -> JSON.booleanNode(Scalars.bool(scalar).orElseThrow());
            case NULL -> JSON.nullNode();
          };
      case Node.Sequence list -> {
        var array = JSON.arrayNode();
        list.items().forEach(it -> array.add(json(it)));
        yield array;
      }
      case Node.Mapping mapping -> {
        var object = JSON.objectNode();
        mapping.entries().forEach(it -> object.set(it.key(), json(it.value())));
        yield object;
      }
    };
  }

  private static String repositoryFile(String name) {
    return Cli.read(Shared.repository().resolve(name));
  }
}
