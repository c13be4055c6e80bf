package io.meshc.validate.question;

import io.meshc.source.Origin;
import io.meshc.source.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The answer to a [Question].
///
/// @param status what an HTTP client sees; 200 stands for: it reaches the application; absent where there is no HTTP answer
/// @param reason of a denial: `mtls`, `tls` (the ends do not agree on it), `jwt`, `rbac` (a rule is there, but not for this client), `no-route`
///     (no rule for such a request), `no-access` (the client is granted nothing there), `no-endpoint`, `no-port`, `no-host`, `no-listener`,
///     `fault` (on purpose), `path-normalization`; else `""`
/// @param backends where it goes, with the verdict at each
/// @param steps what was asked on the way, in order
/// @param unknown what would have to be known
public record Decision(
    Verdict verdict,
    OptionalInt status,
    String reason,
    List<Reached> backends,
    List<Step> steps,
    List<String> unknown) {
  public Decision {
    backends = List.copyOf(backends);
    steps = List.copyOf(steps);
    unknown = List.copyOf(unknown);
  }

  /// A proxy answers by itself.
  public static Decision allow(int status, List<Step> steps) {
    return new Decision(Verdict.ALLOW, OptionalInt.of(status), "", List.of(), steps, List.of());
  }

  /// The same, with something that was looked at before all else.
  public Decision after(Step first) {
    var all = new ArrayList<>(List.of(first));
    all.addAll(steps);
    return new Decision(verdict, status, reason, backends, all, unknown);
  }

  /// It reaches nothing.
  public static Decision deny(OptionalInt status, String reason, List<Step> steps) {
    return new Decision(Verdict.DENY, status, reason, List.of(), steps, List.of());
  }

  /// @param cause what would have to be known
  public static Decision unknown(String cause, List<Step> steps) {
    return new Decision(Verdict.UNKNOWN, OptionalInt.empty(), "", List.of(), steps, List.of(cause));
  }

  public enum Verdict {
    ALLOW,
    DENY,
    /// The backends differ.
    MIXED,
    UNKNOWN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One workload that gets a share of such requests.
  ///
  /// @param workload `namespace/name`, or `external:HOST`
  /// @param service `namespace/name`, or `""` outside the mesh
  /// @param share of all such requests
  /// @param environment of the workload, where it is not the client's own; else `""`
  public record Reached(
      String workload,
      String service,
      Portion share,
      Verdict verdict,
      OptionalInt status,
      String reason,
      String environment) {
    /// In the client's own environment.
    public Reached(
        String workload,
        String service,
        Portion share,
        Verdict verdict,
        OptionalInt status,
        String reason) {
      this(workload, service, share, verdict, status, reason, "");
    }

    /// The same as it is seen from another cluster.
    ///
    /// @param of its share
    /// @param other where it is, unless it is beyond that again
    public Reached from(Portion of, String other) {
      return new Reached(
          workload,
          service,
          share.of(of),
          verdict,
          status,
          reason,
          environment.isEmpty() ? other : environment);
    }
  }

  /// One thing that was looked at.
  ///
  /// @param point `gateway`, `destination`, `waypoint`, `routing`, `endpoints`, `transport`, `token`, `authorization` or `extension`
  /// @param resource absent for defaults of the mesh
  /// @param matched whether it covers the request
  public record Step(
      String point,
      Optional<ResourceId> resource,
      Origin origin,
      boolean matched,
      String because) {}
}
