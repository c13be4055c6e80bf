/// The group `policy.openservicemesh.io`: what goes out of the mesh and comes in from outside, limits, retries and logs.
///
/// In: `spec` of its objects. Out: records with every field, and nodes made of them. Deliberately absent: what any of it means,
/// which `io.meshc.normalize.smi` says. Source: the definitions of Open Service Mesh after v1.2.
@NullMarked
package io.meshc.dialect.osm.policy;

import org.jspecify.annotations.NullMarked;
