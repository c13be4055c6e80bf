package io.meshc.lower;

import io.meshc.model.Mesh;

/// A dialect as an output.
public interface Backend {

  /// As on the command line: `istio`.
  String name();

  /// The mesh in this dialect's words.
  Lowered<Output> lower(Mesh mesh, Options options);
}
