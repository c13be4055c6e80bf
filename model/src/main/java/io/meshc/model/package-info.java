/// The vendor-neutral model: what a mesh is, in the words of the field.
///
/// In: the declarations of the dialects' front ends, through `io.meshc.link`, which alone builds a [Mesh]. Out: an
/// immutable value that rules, analyses and back ends read. Everything has its origin. Deliberately absent: any vendor's
/// kind, and any decision; what a mesh means is said by `io.meshc.validate.analysis.Decide`.
@NullMarked
package io.meshc.model;

import org.jspecify.annotations.NullMarked;
