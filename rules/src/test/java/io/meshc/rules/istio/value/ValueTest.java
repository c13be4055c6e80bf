package io.meshc.rules.istio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Istio takes for a value, and what not. `~` stands for the empty text, `<255>` for a name of that length.
final class ValueTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name     | a                    | true
          name     | A.b-c.D9             | true
          name     | example.com.         | true
          name     | 9.example            | true
          name     | ~                    | false
          name     | .                    | false
          name     | a..b                 | false
          name     | -a.b                 | false
          name     | a-.b                 | false
          name     | a_b                  | false
          name     | a.7                  | false
          name     | 10.0.0.1             | false
          name     | *.a                  | false
          name     | ä.b                  | false
          name     | <63>                 | true
          name     | <64>                 | false
          wildcard | *                    | true
          wildcard | *.example.com        | true
          wildcard | *a.example.com       | true
          wildcard | *-a.example.com      | true
          wildcard | *-.example.com       | false
          wildcard | **.a                 | false
          wildcard | a*.b                 | false
          wildcard | a.*                  | false
          wildcard | *.                   | true
          wildcard | *.7                  | false
          wildcard | ~                    | false
          gateway  | *                    | true
          gateway  | cart                 | false
          gateway  | cart.shop            | true
          gateway  | 10.0.0.1             | true
          gateway  | ::1                  | false
          gateway  | *art.shop            | false
          sidecar  | 10.0.0.1             | false
          sidecar  | *.shop               | true
          """)
  void hosts(String form, String text, boolean taken) {
    Predicate<String> faultless =
        switch (form) {
          case "name" -> it -> HostText.nameFault(it).isEmpty();
          case "wildcard" -> it -> HostText.fault(it).isEmpty();
          case "gateway" -> it -> HostText.listenerFault(it, true).isEmpty();
          case "sidecar" -> it -> HostText.listenerFault(it, false).isEmpty();
          default -> throw new AssertionError(form);
        };
    assertThat(faultless.test(written(text))).isEqualTo(taken);
  }

  /// A name of 63 characters is a label; 255 make a name, 256 do not.
  @ParameterizedTest
  @CsvSource({"255, true", "256, false"})
  void hostsHaveALength(int length, boolean taken) {
    String name = ("a".repeat(50) + ".").repeat(6).substring(0, length - 1) + "a";
    assertThat(HostText.nameFault(name).isEmpty()).isEqualTo(taken);
    assertThat(HostText.fault(name).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0} within {1}: {2}")
  @CsvSource({
    "a.com, a.com, true",
    "a.com, *.com, true",
    "*.a.com, *.com, true",
    "*.com, *.a.com, false",
    "*.com, a.com, false",
    "*, *, true",
    "b.com, a.com, false",
    "acom, *.com, false"
  })
  void hostsAreWithinOthers(String host, String wider, boolean within) {
    assertThat(HostText.within(host, wider)).isEqualTo(within);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1s                       | true
          1h30m                    | true
          1.5s                     | true
          .5s                      | true
          1.s                      | true
          +1s                      | true
          1ms                      | true
          1000us                   | true
          1000000ns                | true
          1000µs                   | true
          2540400h                 | true
          0s                       | false
          0                        | false
          -1s                      | false
          999us                    | false
          1.5ms                    | false
          ~                        | false
          s                        | false
          .s                       | false
          1                        | false
          1 s                      | false
          1d                       | false
          1S                       | false
          1..5s                    | false
          1s-                      | false
          99999999999999999999999h | false
          """)
  void durations(String text, boolean taken) {
    assertThat(DurationText.fault(written(text)).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          address | 10.0.0.1               | true
          address | 255.255.255.255        | true
          address | 256.0.0.1              | false
          address | 1.2.3                  | false
          address | 1.2.3.4.5              | false
          address | 01.2.3.4               | false
          address | ::                     | true
          address | ::1                    | true
          address | 2001:db8::1            | true
          address | 1:2:3:4:5:6:7:8        | true
          address | 1:2:3:4:5:6:7          | false
          address | 1:2:3:4:5:6:7:8:9      | false
          address | 1::2::3                | false
          address | ::ffff:10.0.0.1        | true
          address | ::10.0.0.256           | false
          address | fe80::1%eth0           | true
          address | fe80::1%               | false
          address | 12345::                | false
          address | g::                    | false
          address | :1                     | false
          address | ~                      | false
          prefix  | 10.0.0.0/8             | true
          prefix  | 10.0.0.0/33            | false
          prefix  | 10.0.0.0/              | false
          prefix  | 10.0.0.0/08            | false
          prefix  | ::/128                 | true
          prefix  | ::/129                 | false
          prefix  | fe80::1%eth0/64        | false
          prefix  | a/8                    | false
          """)
  void addresses(String form, String text, boolean taken) {
    String value = written(text);
    assertThat(form.equals("address") ? AddressText.isAddress(value) : AddressText.isPrefix(value))
        .isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain                             | true
          100%%                             | true
          %START_TIME%                      | true
          a %REQ(:authority)% b             | true
          %UPSTREAM_METADATA(["a", "b"])%   | true
          %DYNAMIC_METADATA( [ "a" ] ) %    | true
          %A(b\\)c)%                        | true
          a%                                | false
          %A                                | false
          %A(                               | false
          %A(b)                             | false
          %A(b)x%                           | false
          %A([b])%                          | false
          %A(["b" "c"])%                    | false
          %A(["b"]%                         | false
          %START_TIME%%                     | false
          """)
  void valuesOfHeaders(String text, boolean taken) {
    assertThat(HeaderText.valueFault(text).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-a                        | true
          a!b                        | true
          :path                      | true
          :protocol                  | false
          a b                        | false
          a:b                        | false
          @request.auth.claims.a     | true
          @Request.Auth.Claims.a     | true
          @request.auth.claims[a][b] | true
          @request.auth.claims       | false
          @request.auth.claims.      | false
          @request.auth.claims[]     | false
          ~                          | false
          """)
  void namesOfHeaders(String text, boolean taken) {
    assertThat(HeaderText.matchFault(written(text)).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "app, web, true",
    "app, ~, true",
    "example.com/app, a_b.c-D, true",
    "Example.com/app, a, true",
    "~, a, false",
    "/app, a, false",
    "a_b/app, a, false",
    "a/b/c, a, false",
    "-a, b, false",
    "a., b, false",
    "a, b c, false",
    "a, -b, false",
    "a, b_, false",
    "<63>, a, true",
    "<64>, a, false",
    "a, <64>, true"
  })
  void labels(String key, String value, boolean taken) {
    assertThat(LabelText.fault(written(key), written(value)).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "a.*b, true",
    "(?i)a, true",
    "~, false",
    "(a, false",
    "(?=a), false",
    "(a)\\1, false",
    "*, false",
    "((a{1000}){1000}){1000}, false",
    "<1024>, true",
    "<1025>, false"
  })
  void expressions(String text, boolean taken) {
    assertThat(RegexText.fault(written(text)).isEmpty()).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"HTTP, true", "Grpc-Web, true", "http_proxy, true", "udp, true", "sctp, false"})
  void protocols(String text, boolean taken) {
    assertThat(PortText.isProtocol(text)).isEqualTo(taken);
  }

  private static String written(String cell) {
    if (cell.equals("~")) {
      return "";
    }
    return cell.startsWith("<")
        ? "a".repeat(Integer.parseInt(cell.substring(1, cell.length() - 1)))
        : cell;
  }
}
