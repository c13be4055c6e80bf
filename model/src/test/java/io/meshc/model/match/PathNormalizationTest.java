package io.meshc.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Envoy makes of a path under each of Istio's options.
class PathNormalizationTest {

  @ParameterizedTest
  @CsvSource({
    "NONE,/a/../b,/a/../b",
    "BASE,/a/../b,/b",
    "BASE,/a/./b,/a/b",
    "BASE,/a/..,/",
    "BASE,/../a,/a",
    "BASE,/%61,/a",
    "BASE,/a%2Fb,/a%2Fb",
    "BASE,/a\\b,/a/b",
    "BASE,/a//b,/a//b",
    "BASE,/x/..;/b,/b",
    "BASE,/x/.;p/b,/x/b",
    "BASE,/x/..%3b/b,/x/..%3b/b",
    "BASE,/{a|b},/%7Ba%7Cb%7D",
    "BASE,/a#b,/a",
    "BASE,*,*",
    "MERGE_SLASHES,/a//b///c,/a/b/c",
    "MERGE_SLASHES,///,//",
    "DECODE_AND_MERGE_SLASHES,/a%2F%2fb,/a/b",
    "DECODE_AND_MERGE_SLASHES,/a%5Cb,/a/b",
  })
  void normalizes(PathNormalization how, String sent, String seen) {
    assertThat(how.apply(sent)).isEqualTo(seen);
  }
}
