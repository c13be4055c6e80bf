/// Whether two meshes mean the same: both are asked the questions that can tell them apart.
///
/// In: two meshes and the regions in which they may differ. Out: the differences, each with a question that shows it.
/// Deliberately absent: what a mesh does with a request, which `io.meshc.validate.analysis` says.
@NullMarked
package io.meshc.validate.verify;

import org.jspecify.annotations.NullMarked;
