package io.meshc.simulate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.diag.Outcome;
import io.meshc.diag.Problem;
import io.meshc.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a scenario file may say, and what it may not.
final class ReadScenarioTest {
  private static final String WHOLE =
      """
      {"rewrite": {"/etc/mesh/certs": "{certs}", "/etc/mesh": "{configs}", "/etc": "{jwks}"},
       "workloads": [{"name": "web", "identity": "ns/shop/sa/web", "outbound": "127.0.3.1",
                      "apps": [{"address": "127.0.2.1", "port": 8080, "rules": [{"first": 2, "status": 503}]}]}],
       "stubs": [{"name": "far", "address": "127.0.2.2", "port": 443, "tls_identity": "ns/far/sa/far"}],
       "issuers": [{"name": "idp", "issuer": "https://id.invalid"}],
       "server_certs": [{"directory": "gateway/a", "dns": ["a.invalid"]}],
       "checks": [
         {"name": "request", "from": "web", "url": "http://far.invalid:443/a?#part", "expect": {"status": [200, 404]},
          "tls": {"identity": "ns/else/sa/where"}},
         {"name": "bytes", "direct": "127.0.2.2:443", "tcp": 443, "expect": {"refused": true}},
         {"name": "number", "workload": "web", "stat": "a.b", "min": 1},
         {"name": "file", "replace_file": {"target": "web/rds.yaml", "source": "web/other.yaml"}},
         {"name": "rest", "pause_ms": 5}]}
      """;

  @Test
  void readsTheWhole() {
    Outcome<Optional<Scenario>> read = read(WHOLE);

    assertThat(read.problems()).isEmpty();
    Scenario scenario = read.value().orElseThrow();
    assertThat(scenario.checks())
        .extracting(Check::name)
        .containsExactly("request", "bytes", "number", "file", "rest");
    assertThat(scenario.identities())
        .as("certificates are there for whoever is spoken of")
        .containsExactly("ns/else/sa/where", "ns/far/sa/far", "ns/shop/sa/web");
    assertThat(scenario.rewrite().keySet())
        .as("in the order of the text, the longer path first")
        .containsExactly("/etc/mesh/certs", "/etc/mesh", "/etc");
    assertThat(((Check.Http) scenario.checks().getFirst()).path()).isEqualTo("/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"checks\" | \"check\" | field `check` is not known",
        "\"port\": 8080 | \"port\": 80800 | there is no port 80800",
        "far.invalid:443 | far.invalid:70000 | there is no port 70000",
        "127.0.2.2:443 | 127.0.2.2:0 | there is no port 0",
        "127.0.2.2:443 | 192.0.2.1:443 | `192.0.2.1` is no address of the loopback interface",
        "\"127.0.2.1\" | \"0.0.0.0\" | `0.0.0.0` is no address of the loopback interface",
        "\"127.0.3.1\" | \"10.0.0.1\" | `10.0.0.1` is no address of the loopback interface",
        "\"pause_ms\": 5 | \"pause_ms\": -1 | `pause_ms` is -1",
        "\"status\": 503 | \"status\": 42 | `status` is 42",
        "\"refused\": true} | \"refused\": true}, \"count\": 0 | `count` is 0",
        "\"refused\": true} | \"refused\": true}, \"timeout_ms\": -5 | `timeout_ms` is -5",
        "\"tcp\": 443 | \"tcp\": 0 | `tcp` is 0",
        "web/other.yaml | ../other.yaml | `../other.yaml` does not stay below its directory",
        "web/rds.yaml | /etc/hosts | `/etc/hosts` does not stay below its directory",
        "gateway/a | a/../../b | `a/../../b` does not stay below its directory",
        "\"idp\" | \"a/b\" | `a/b` cannot be a name",
        "ns/far/sa/far | ns/../sa/far | `ns/../sa/far` is not `ns/NAMESPACE/sa/ACCOUNT`",
        "\"ns/else/sa/where\" | \"ns/else/sa/where\", \"sni\": \"a_b..c\" | `a_b..c` is no server"
            + " name",
        "/etc/mesh/certs |  | nothing cannot be rewritten",
        "\"workload\": \"web\" | \"workload\": \"nobody\" | there is no workload `nobody`",
        "\"from\": \"web\" | \"from\": \"far\" | `far` is no workload with an outbound address",
        "\"refused\": true | \"hits\": {\"nobody\": 1} | names no application: nobody",
        "\"refused\": true | \"headers\": {\"a\": \"[\"} | is not a regular expression",
        "{\"refused\": true} | {} | nothing is expected",
        "\"first\" | \"last\" | .last` is not known",
      })
  void saysWhatIsWrong(String right, String wrong, String message) {
    assertThat(WHOLE).contains(right);

    Outcome<Optional<Scenario>> read = read(WHOLE.replace(right, wrong == null ? "" : wrong));

    assertThat(read.value()).isEmpty();
    assertThat(read.problems())
        .extracting(Problem::message)
        .anySatisfy(it -> assertThat(it).contains(message));
  }

  private static Outcome<Optional<Scenario>> read(String text) {
    return ReadScenario.read(new SourceFile("scenario.json", text));
  }
}
