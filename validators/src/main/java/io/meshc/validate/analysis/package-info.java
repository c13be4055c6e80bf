/// What a mesh means: pure questions to a [io.meshc.model.Mesh].
///
/// In: a [io.meshc.model.Lookup] and a [Question]. Out: a [Decision]: the verdict, where the request goes, and every step
/// that led there with its line. [Decide] is the single definition of what a configuration means; rules, translation and
/// query are all tested against it. Deliberately absent: any vendor, any file, and
/// any guess: what the repo does not show is *unknown*.
@NullMarked
package io.meshc.validate.analysis;

import org.jspecify.annotations.NullMarked;
