package io.meshc.cli.envoy;

import io.meshc.validate.question.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/// Requests drawn at random: each takes its method, its path and its headers of other ones, and some spell the path in a way that
/// proxies may read otherwise. The same seed draws the same.
final class Mixed {
  private static final int SHARE = 2;
  private static final int MOST = 20_000;

  private final Random random;

  Mixed(long seed) {
    random = new Random(seed);
  }

  /// The same questions and new ones, in any order.
  List<Question> with(Collection<Question> questions) {
    var all = new LinkedHashSet<>(questions);
    List<Question> http = questions.stream().filter(Question::http).toList();
    for (int i = Math.min(MOST, http.size() / SHARE); i > 0; i--) {
      all.add(
          any(http)
              .method(any(http).method())
              .path(spelled(any(http).path()))
              .headers(any(http).headers()));
    }
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private Question any(List<Question> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String spelled(String path) {
    int slash = path.lastIndexOf('/');
    String before = path.substring(0, Math.max(0, slash));
    String after = path.substring(slash + 1);
    return switch (random.nextInt(16)) {
      case 0 -> before + "//" + after;
      case 1 -> before + "/./" + after;
      case 2 -> before + "/x/../" + after;
      case 3 -> before + "/%2F" + after;
      case 4 -> before + "/%61" + after;
      case 5 -> path + "/";
      case 6 -> path + "?a=/b";
      default -> path;
    };
  }
}
