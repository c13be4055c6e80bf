/// Rules on what Open Service Mesh says of who comes in from outside of the mesh.
///
/// In: the records of `io.meshc.dialect.osm`. Out: findings. Deliberately absent: what schemas say of them already.
@NullMarked
package io.meshc.rules.osm.ingress;

import org.jspecify.annotations.NullMarked;
