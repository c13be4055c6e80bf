/// One match algebra for every protocol and every purpose: routing, authorization, regions of a loss.
///
/// [Match] says which requests something speaks of; [Match#covers] is its meaning, and everything else (simplifiers,
/// back ends, analyses) is tested against it. The answer is a [Truth]: yes, no, or unknown with its cause, because
/// a repo does not show everything. A predicate says nothing of the dialect it came from.
@NullMarked
package io.meshc.model.match;

import org.jspecify.annotations.NullMarked;
