package io.meshc.validate.smi;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshc.link.Link;
import io.meshc.model.Assumptions;
import io.meshc.model.Lookup;
import io.meshc.normalize.Frontends;
import io.meshc.normalize.Settings;
import io.meshc.normalize.Settings.PathReading;
import io.meshc.source.SourceFile;
import io.meshc.validate.analysis.Decide;
import io.meshc.validate.question.Client;
import io.meshc.validate.question.Decision;
import io.meshc.validate.question.Decision.Verdict;
import io.meshc.validate.question.Question;
import io.meshc.yaml.ParseYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Thousands of small repos, read by meshc and by a plain interpreter of the same documents, which must give the same answer
/// to any request. A difference is printed as the smallest repo that shows it.
final class SmiByTheTextTest {
  /// Change it to see other repos.
  private static final long SEED = 20_240_501;

  private static final int REPOS = 250;
  private static final int QUESTIONS = 40;

  /// What is asked, and by which words the repo is read.
  enum Profile {
    SMI(false, Optional.empty()),
    SMI_FULL(false, Optional.of(PathReading.FULL)),
    SMI_PREFIX(false, Optional.of(PathReading.PREFIX)),
    OSM(true, Optional.empty());

    private final boolean osm;
    private final Optional<PathReading> paths;

    Profile(boolean osm, Optional<PathReading> paths) {
      this.osm = osm;
      this.paths = paths;
    }

    Reading reading(List<Map<String, Object>> documents) {
      return osm
          ? new ByOpenServiceMesh(documents)
          : new ByTheText(documents, paths.map(PathReading.FULL::equals));
    }

    Settings settings() {
      return new Settings(Assumptions.DEFAULT, "default", Optional.empty(), paths);
    }
  }

  @ParameterizedTest
  @EnumSource
  void both_readings_agree(Profile profile) {
    var answers = new HashMap<String, Integer>();
    for (long seed = SEED; seed < SEED + REPOS; seed++) {
      List<Map<String, Object>> repo = RandomRepo.of(seed, profile.osm);
      List<Asked> questions = questions(seed);
      List<String> plain = questions.stream().map(profile.reading(repo)::answer).toList();
      List<String> meshc = questions.stream().map(byMeshc(repo, profile)).toList();
      for (int i = 0; i < questions.size(); i++) {
        if (!plain.get(i).equals(meshc.get(i))) {
          fail(repo, questions.get(i), profile, seed);
        }
        answers.merge(kind(plain.get(i)), 1, Integer::sum);
      }
    }
    // the repos are not all of one kind: every answer is among them, and not by chance
    assertThat(answers.keySet()).contains("allow", "deny", Reading.UNKNOWN);
    assertThat(answers.values()).as(answers.toString()).allMatch(it -> it > 100);
  }

  private static String kind(String answer) {
    return answer.equals(Reading.UNKNOWN) ? answer : answer.equals("{}") ? "deny" : "allow";
  }

  private static List<Asked> questions(long seed) {
    var random = new Random(seed);
    return IntStream.range(0, QUESTIONS).mapToObj(_ -> question(random)).toList();
  }

  private static Asked question(Random random) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : List.of("x", "y")) {
      String value = pick(random, "one", "two", "four", "");
      if (!value.isEmpty()) {
        headers.put(name, value);
      }
    }
    boolean http = random.nextInt(6) > 0;
    return new Asked(
        pick(random, "a", "a", "a", "b"),
        pick(random, "web", "web", "api", "new", "ghost"),
        pick(random, "a", "a", "a", "b"),
        pick(random, "api", "api", "old", "new"),
        Integer.parseInt(pick(random, "80", "80", "80", "81", "90")),
        http,
        http ? pick(random, "GET", "POST", "PUT") : "",
        http ? pick(random, "/a", "/a/b", "/b", "/b/x", "/ab", "/", "/a?q=/b", "/c") : "",
        http ? headers : Map.of());
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }

  private static Function<Asked, String> byMeshc(List<Map<String, Object>> repo, Profile profile) {
    var documents = ParseYaml.parse(new SourceFile("repo.yaml", Yaml.print(repo))).value();
    var parsed = Frontends.parse(documents, profile.settings()).value();
    var declared = Frontends.normalize(parsed.resources(), profile.settings()).value();
    var mesh = Link.link(declared, profile.settings().assumptions()).value();
    var decide = Decide.in(Lookup.of(mesh));
    return it -> summary(decide.answer(question(it)));
  }

  private static Question question(Asked asked) {
    var headers = new TreeMap<String, List<String>>();
    asked.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Question(
        new Client.OfAccount(asked.fromNamespace(), asked.fromAccount()),
        asked.service() + "." + asked.namespace() + ".svc.cluster.local",
        OptionalInt.of(asked.port()),
        asked.http(),
        asked.method(),
        Optional.empty(),
        asked.path(),
        headers,
        false);
  }

  private static String summary(Decision decision) {
    if (decision.verdict() == Verdict.UNKNOWN) {
      return Reading.UNKNOWN;
    }
    var shares = new TreeMap<String, Double>();
    decision.backends().stream()
        .filter(it -> it.verdict() == Verdict.ALLOW)
        .forEach(it -> shares.merge(it.workload(), it.share().most(), Double::sum));
    return Reading.millionths(shares);
  }

  /// Leaves out one thing after the other as long as the answers differ.
  private static void fail(
      List<Map<String, Object>> repo, Asked asked, Profile profile, long seed) {
    List<Map<String, Object>> least = repo;
    for (int i = 0; i < least.size(); ) {
      var less = new ArrayList<>(least);
      less.remove(i);
      if (stillDiffers(less, asked, profile)) {
        least = less;
      } else {
        i++;
      }
    }
    List<Map<String, Object>> shown = least;
    List<Map<String, Object>> policies =
        shown.stream().filter(it -> Yaml.text(it, "apiVersion").contains("smi-spec.io")).toList();
    throw new AssertionError(
        "seed %d, %s: %s%nby the text: %s%nby meshc: %s%n%s"
            .formatted(
                seed,
                profile,
                asked,
                profile.reading(shown).answer(asked),
                byMeshc(shown, profile).apply(asked),
                Yaml.print(policies)));
  }

  /// Without the Service that is asked for nothing can be compared.
  private static boolean stillDiffers(
      List<Map<String, Object>> repo, Asked asked, Profile profile) {
    var world = new World(repo);
    boolean whole =
        world.find("Service", asked.namespace(), asked.service()).isPresent()
            && world.workloads().size() == 8
            && (!profile.osm || !world.all("MeshConfig").isEmpty())
            && world.find("TrafficTarget", "a", "fence").isPresent();
    return whole
        && !profile.reading(repo).answer(asked).equals(byMeshc(repo, profile).apply(asked));
  }
}
