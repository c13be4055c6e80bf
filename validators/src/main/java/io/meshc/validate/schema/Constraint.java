package io.meshc.validate.schema;

import io.meshc.yaml.Node;

/// One demand on a value beyond its type. Values of types that it does not speak of satisfy it.
interface Constraint {
  /// @param visit stands at the value, and takes what is wrong with it
  void check(Node value, Visit visit);
}
