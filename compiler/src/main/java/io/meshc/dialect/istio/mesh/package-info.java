/// The settings of the mesh as a whole: MeshConfig, from a file or from the ConfigMap `istio`. Deliberately absent: the
/// settings that no decision depends on, which are known by name alone.
///
/// Source: istio.io, "Global Mesh Options".
@NullMarked
package io.meshc.dialect.istio.mesh;

import org.jspecify.annotations.NullMarked;
