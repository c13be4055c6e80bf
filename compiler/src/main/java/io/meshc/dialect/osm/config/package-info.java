/// The group `config.openservicemesh.io`: how the mesh as a whole runs.
///
/// In: `spec` of its objects. Out: records with every field, and nodes made of them. Deliberately absent: what any of it means,
/// which `io.meshc.normalize.smi` says. Source: the definitions of Open Service Mesh after v1.2.
@NullMarked
package io.meshc.dialect.osm.config;

import org.jspecify.annotations.NullMarked;
