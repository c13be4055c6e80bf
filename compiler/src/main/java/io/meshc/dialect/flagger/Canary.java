package io.meshc.dialect.flagger;

import io.meshc.dialect.Meta;
import io.meshc.dialect.Resource;
import io.meshc.dialect.gateway.route.ParentRef;
import io.meshc.dialect.kubernetes.PortName;
import io.meshc.source.At;
import io.meshc.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `flagger.app` Canary.
///
/// @param provider whose routes it makes; absent means what the installation was told
/// @param service absent where it is missing, which is a problem
/// @param analysis absent or skipped: nothing is sent to the new version until it is the only one
public record Canary(
    Meta meta,
    Optional<At<String>> provider,
    Optional<Target> target,
    Optional<Service> service,
    Optional<Analysis> analysis)
    implements Resource {

  /// What it rolls out.
  public record Target(String kind, At<String> name) {}

  /// The Services that it makes.
  ///
  /// @param name absent means that of the target
  /// @param target absent means the port's own number
  /// @param discoversPorts every container port becomes one of the Services, too
  /// @param delegates the VirtualService is only a part of another one
  /// @param narrows the VirtualService takes only requests that are said here, which is not read
  /// @param gatewayRefs what the HTTPRoute is attached to
  /// @param apex what the main Service carries, as `primary` and `canary` say of the two others
  public record Service(
      Optional<At<String>> name,
      At<Integer> port,
      Optional<At<String>> portName,
      Optional<At<String>> appProtocol,
      Optional<At<PortName>> target,
      boolean discoversPorts,
      boolean headless,
      boolean delegates,
      boolean narrows,
      List<At<String>> gateways,
      List<At<String>> hosts,
      List<ParentRef> gatewayRefs,
      Marks apex,
      Marks primary,
      Marks canary) {
    public Service {
      gateways = List.copyOf(gateways);
      hosts = List.copyOf(hosts);
      gatewayRefs = List.copyOf(gatewayRefs);
    }
  }

  public record Marks(Map<String, At<String>> labels, Map<String, At<String>> annotations) {
    public Marks {
      labels = Map.copyOf(labels);
      annotations = Map.copyOf(annotations);
    }
  }

  /// What a request of an A/B test has: all of it.
  ///
  /// @param headers by name
  /// @param whole whether nothing else is asked
  public record Condition(Map<String, Value> headers, boolean whole, Origin origin) {
    public Condition {
      headers = Map.copyOf(headers);
    }
  }

  public record Value(Kind kind, String text) {
    public enum Kind {
      EXACT,
      PREFIX,
      SUFFIX,
      REGEX
    }
  }

  /// How it moves requests to the new version.
  ///
  /// @param steps weights that are gone through
  /// @param iterations more than 0: all requests at once (A/B, blue/green), not weights
  /// @param matches the requests that an A/B test is about, any of which
  /// @param keeps requests that once went to the new version go there again, whatever the weights
  public record Analysis(
      Optional<At<Integer>> maxWeight,
      Optional<At<Integer>> stepWeight,
      List<At<Integer>> steps,
      Optional<At<Integer>> iterations,
      List<Condition> matches,
      boolean keeps,
      Origin origin) {
    public Analysis {
      steps = List.copyOf(steps);
      matches = List.copyOf(matches);
    }

    /// Whether some requests are tried, and the others never leave the old version.
    public boolean isTest() {
      return iterations.map(At::value).orElse(0) > 0 && !matches.isEmpty();
    }

    /// The most that the new version ever gets of a hundred: the first step that reaches the maximum.
    public int most() {
      if (keeps || iterations.map(At::value).orElse(0) > 0) {
        return 100;
      }
      if (!steps.isEmpty()) {
        return bounded(steps.stream().mapToInt(At::value).max().orElse(100));
      }
      int max = bounded(maxWeight.map(At::value).filter(it -> it > 0).orElse(100));
      int step = stepWeight.map(At::value).orElse(0);
      return step <= 0 ? 0 : bounded((max + step - 1) / step * step);
    }

    private static int bounded(int weight) {
      return Math.max(0, Math.min(100, weight));
    }
  }
}
