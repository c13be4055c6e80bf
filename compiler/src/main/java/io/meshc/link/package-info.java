/// Declarations → [io.meshc.model.Mesh]: the only builder of it. One file for each thing that has to be found out: what belongs
/// to the mesh, what stands behind a Service, how its ports are read, and whether what is named is there.
///
/// In: what all front ends declare, joined. Out: one immutable mesh, every list sorted by what it is about. Deliberately absent:
/// any dialect, and any decision about a request.
@NullMarked
package io.meshc.link;

import org.jspecify.annotations.NullMarked;
