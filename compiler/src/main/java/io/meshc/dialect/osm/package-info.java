/// Open Service Mesh's own words, as far as meshc understands them: its MeshConfig. Its policies are SMI.
///
/// In: documents of the groups `config` and `policy.openservicemesh.io`. Out: the settings of a MeshConfig that decide over
/// traffic; every other kind as an [OsmObject] with a problem that says that it is not understood yet. Deliberately absent:
/// the settings of the control plane itself (images, log levels, certificates, feature flags), which are known by name, so
/// that a typo is still found, and change no decision. Source: the CRDs of Open Service Mesh after v1.2.
@NullMarked
package io.meshc.dialect.osm;

import org.jspecify.annotations.NullMarked;
