package io.meshc.normalize;

import io.meshc.diag.Outcome;
import io.meshc.dialect.Header;
import io.meshc.dialect.Resource;
import io.meshc.dialect.Resources;
import io.meshc.yaml.Document;
import java.util.List;
import java.util.Optional;

/// A dialect as an input.
public interface Frontend {

  /// Whether this document is written in the dialect, by group and kind (any version: an unknown one is a problem, never a
  /// silent skip).
  boolean reads(Header header);

  /// The document as a record that keeps every field. Empty where it cannot be understood at all; the problems say why, and where there is
  /// none it is left to the next front end that reads its kind.
  Outcome<Optional<Resource>> parse(Document document, Header header, Settings settings);

  /// What a controller makes of the resources of this dialect: objects that nobody writes. One of them takes the place of a
  /// written object with the same identity, as it does in the cluster. Front ends are asked to [#normalize] with them.
  default List<Resource> generate(Resources resources) {
    return List.of();
  }

  /// What controllers put into a cluster because of others of its mesh. Front ends are asked to [#normalize] with it.
  default List<Resource> reflect(Neighbour here, List<Neighbour> others, Settings settings) {
    return List.of();
  }

  /// What the resources say about the settings that all front ends share. Front ends are asked to [#normalize] with these.
  default Settings settle(Resources resources, Settings settings) {
    return settings;
  }

  /// What the resources of this dialect mean, given all resources of the environment.
  Outcome<Declarations> normalize(Resources resources, Settings settings);
}
