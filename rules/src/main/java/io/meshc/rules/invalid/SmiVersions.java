package io.meshc.rules.invalid;

import io.meshc.diag.Problem;
import io.meshc.dialect.Meta;
import io.meshc.dialect.smi.SmiGroups;
import io.meshc.validate.rule.Checked;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The fields that came, went or moved from one version of an SMI kind to the next. Written in another version they are
/// unknown fields, but nobody means a typo by them.
///
/// Source: the Traffic Access, Traffic Specs and Traffic Split pages of SMI v0.6.0 for each version.
final class SmiVersions {
  private static final List<String> FROM_V2 = List.of("v1alpha2", "v1alpha3", "v1alpha4");
  private static final List<String> FROM_V3 = List.of("v1alpha3", "v1alpha4");
  private static final List<String> TO_V2 = List.of("v1alpha1", "v1alpha2");

  private static final List<Moved> MOVED =
      List.of(
          new Moved(
              "TrafficTarget",
              List.of("v1alpha1"),
              "spec|rules",
              "in v1alpha1 the fields stand at the top, and the rules are called `specs`"),
          new Moved(
              "TrafficTarget",
              FROM_V2,
              "destination|specs|rules|sources",
              "from v1alpha2 on it stands below `spec`"),
          new Moved(
              "TrafficTarget", FROM_V2, "spec\\.specs", "from v1alpha2 on it is called `rules`"),
          new Moved(
              "TrafficTarget",
              FROM_V3,
              "spec\\.(destination|sources\\[\\d+])\\.port",
              "v1alpha3 took it out: without it every port is granted"),
          new Moved("HTTPRouteGroup", TO_V2, "spec", "up to v1alpha2 `matches` stands at the top"),
          new Moved(
              "HTTPRouteGroup", FROM_V3, "matches", "from v1alpha3 on it stands below `spec`"),
          new Moved(
              "HTTPRouteGroup",
              List.of("v1alpha1"),
              "matches\\[\\d+]\\.headers",
              "it came with v1alpha2: without it any headers match"),
          new Moved(
              "TCPRoute",
              TO_V2,
              "spec|matches",
              "ports came with v1alpha4: without them every port is granted"),
          new Moved(
              "TCPRoute",
              List.of("v1alpha3"),
              "spec\\.matches|matches",
              "ports came with v1alpha4: without them every port is granted"),
          new Moved(
              "TCPRoute", List.of("v1alpha4"), "matches", "in v1alpha4 it stands below `spec`"));

  private SmiVersions() {}

  /// @param versions in which the field is not there
  /// @param path of the field, as a regular expression
  /// @param instead what these versions have
  private record Moved(String kind, List<String> versions, Pattern path, String instead) {
    Moved(String kind, List<String> versions, String path, String instead) {
      this(kind, versions, Pattern.compile(path), instead);
    }
  }

  /// What the version of the object has instead of an unknown field, if another version has the field.
  static Optional<String> instead(Problem unknown, Checked input) {
    return unknown
        .resource()
        .filter(it -> SmiGroups.ALL.contains(it.group()))
        .flatMap(it -> input.resource(it))
        .flatMap(it -> instead(unknown, it.meta()));
  }

  private static Optional<String> instead(Problem unknown, Meta meta) {
    return MOVED.stream()
        .filter(it -> it.kind().equals(meta.id().kind()))
        .filter(it -> it.versions().contains(meta.version()))
        .filter(it -> it.path().matcher(unknown.origin().path()).matches())
        .map(Moved::instead)
        .findFirst();
  }
}
