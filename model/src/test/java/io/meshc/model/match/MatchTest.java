package io.meshc.model.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.model.Identity;
import io.meshc.model.Protocol;
import io.meshc.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final Match GET = new Match.OnMethod(new TextPattern.Exact("GET"));
  private static final Match ADMIN = new Match.OnPath(new TextPattern.PathPrefix("/admin"));
  private static final Match UNCLEAR = new Match.Unclear(GET, Match.ANY, "nobody knows");

  @Test
  void an_attribute_that_is_not_there_is_false_and_its_negation_true() {
    Request raw = request(Protocol.TCP, "", "", Optional.empty());
    assertThat(GET.covers(raw)).isEqualTo(Truth.NO);
    assertThat(new Match.Not(GET).covers(raw)).isEqualTo(Truth.YES);
    assertThat(new Match.Not(new Match.OnIdentity(TextPattern.ANYTHING)).covers(raw))
        .isEqualTo(Truth.YES);
  }

  @Test
  void a_path_prefix_ends_at_a_slash() {
    assertThat(ADMIN.covers(get("/admin")).isYes()).isTrue();
    assertThat(ADMIN.covers(get("/admin/x")).isYes()).isTrue();
    assertThat(ADMIN.covers(get("/administrator")).isYes()).isFalse();
  }

  @Test
  void the_query_string_is_not_part_of_the_path() {
    Match exact = new Match.OnPath(new TextPattern.Exact("/a"));
    assertThat(exact.covers(get("/a?b=/c")).isYes()).isTrue();
  }

  @Test
  void each_value_of_a_repeated_header_is_tested_alone() {
    Match user = new Match.OnHeader("X", new TextPattern.Exact("user"));
    Request both =
        new Request(
            Optional.empty(),
            80,
            80,
            Protocol.HTTP,
            "GET",
            "h",
            "/",
            "/",
            Map.of("x", List.of("user", "admin")));
    assertThat(user.covers(both).isYes()).isTrue();
    assertThat(new Match.OnHeader("x", new TextPattern.Exact("user,admin")).covers(both).isNo())
        .isTrue();
  }

  @Test
  void between_two_readings_is_unknown_with_its_cause() {
    assertThat(UNCLEAR.covers(get("/"))).isEqualTo(Truth.YES);
    assertThat(UNCLEAR.covers(request(Protocol.HTTP, "POST", "/", Optional.empty())))
        .isEqualTo(new Truth.Unknown("nobody knows"));
    assertThat(Match.all(UNCLEAR, Match.NONE).covers(get("/"))).isEqualTo(Truth.NO);
  }

  @Test
  void alternatives_and_smart_constructors_keep_the_meaning() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Match match = random(random, 3);
      Match rebuilt = Match.oneOf(Alternatives.of(match));
      for (String method : List.of("GET", "POST")) {
        for (String path : List.of("/admin", "/administrator", "/")) {
          Request request = request(Protocol.HTTP, method, path, Optional.empty());
          assertThat(rebuilt.covers(request)).as("%s", match).isEqualTo(match.covers(request));
        }
      }
    }
  }

  private static Match random(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 5 : 8);
    return switch (kind) {
      case 0 -> Match.ANY;
      case 1 -> Match.NONE;
      case 2 -> GET;
      case 3 -> ADMIN;
      case 4 -> UNCLEAR;
      case 5 -> new Match.Not(random(random, depth - 1));
      case 6 -> Match.all(random(random, depth - 1), random(random, depth - 1));
      default -> Match.oneOf(List.of(random(random, depth - 1), random(random, depth - 1)));
    };
  }

  private static Request get(String path) {
    return request(Protocol.HTTP, "GET", path, Optional.empty());
  }

  private static Request request(
      Protocol protocol, String method, String path, Optional<Identity> client) {
    return new Request(client, 80, 80, protocol, method, "web", path, "", Map.of())
        .normalized(PathNormalization.NONE);
  }
}
