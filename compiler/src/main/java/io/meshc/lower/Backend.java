package io.meshc.lower;

import io.meshc.dialect.Resources;
import io.meshc.model.Mesh;

/// A dialect as an output.
public interface Backend {

  /// As on the command line: `istio`.
  String name();

  /// How well the dialect can say something.
  Capability capability(Feature feature);

  /// The mesh in this dialect's words.
  ///
  /// @param resources that the mesh was made of: for the marks of the source mesh on Kubernetes objects, which the model does
  ///     not carry
  Lowered<Output> lower(Mesh mesh, Resources resources, Options options);
}
