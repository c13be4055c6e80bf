/// What a cluster says of other clusters, and what clusters that trust each other know of one another.
///
/// In: the declarations of front ends, and the user's word on which environments are one mesh. Out: parts of a
/// [io.meshc.model.Mesh], and [Clusters] for questions that leave a cluster. Deliberately absent: any decision.
@NullMarked
package io.meshc.model.cluster;

import org.jspecify.annotations.NullMarked;
