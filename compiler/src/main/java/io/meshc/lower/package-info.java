/// Model → dialect. One package for each target, with one Lower<Feature> for each feature of the model that it can say, and
/// Capabilities, which has an answer for every feature; [Backends] is the one list.
///
/// In: a linked [io.meshc.model.Mesh] and the resources it came from. Out: [Lowered] dialect resources, and a [Loss] for
/// everything that the target says otherwise or not at all. Deliberately absent: writing files (that is `io.meshc.write`),
/// and the decision whether a loss is acceptable, which is the user's.
@NullMarked
package io.meshc.lower;

import org.jspecify.annotations.NullMarked;
