package io.meshc.cli.config;

import java.util.List;
import java.util.function.Supplier;

/// What the config file takes that is an option of a command too, under the option's own name. `exclude`, `ignore` and
/// `severity`, which are no options, are read by [ParseConfig] itself.
public final class Keys {
  private Keys() {}

  /// @param name as it stands in the file, with the section and a dot before it if it is in one
  /// @param known the closed list of words that it takes, asked for when the key is there; empty if there is none
  public record Key(String name, Takes takes, Supplier<List<String>> known) {
    Key(String name, Takes takes) {
      this(name, takes, List::of);
    }
  }

  /// Where the options of `translate` alone stand.
  public static final String TRANSLATE = "translate";

  /// Of the top of the file.
  public static final List<Key> TOP =
      List.of(
          new Key("paths", Takes.FILES),
          new Key("isolated", Takes.FLAG),
          new Key("assume", Takes.WORD, () -> Words.ASSUME),
          new Key("default-namespace", Takes.TEXT),
          new Key("mesh-config", Takes.FILE),
          new Key("crds", Takes.FILE),
          new Key("osm-permissive", Takes.FLAG),
          new Key("smi-path-regex", Takes.WORD, () -> Words.PATH_REGEX),
          new Key("gateway-channel", Takes.WORD, () -> Words.GATEWAY_CHANNELS),
          new Key("gateway-profile", Takes.WORD, () -> Words.GATEWAY_PROFILES),
          new Key("select", Takes.RULES),
          new Key("min-severity", Takes.WORD, () -> Words.SEVERITIES),
          new Key("fail-on", Takes.WORD, () -> Words.FAIL_ON),
          new Key("baseline", Takes.FILE),
          new Key("format", Takes.WORD, () -> Words.FORMATS),
          new Key("output", Takes.OUTPUTS),
          new Key("statistics", Takes.FLAG));

  /// Of the section `translate`.
  public static final List<Key> OF_TRANSLATE =
      List.of(
          new Key("translate.to", Takes.WORD, Words::targets),
          new Key("translate.directory", Takes.FILE),
          new Key("translate.accept", Takes.WORDS, Words::effects),
          new Key("translate.strict", Takes.FLAG),
          new Key("translate.skip-invalid", Takes.FLAG),
          new Key("translate.istio-regex", Takes.WORD, () -> Words.ISTIO_REGEX));
}
