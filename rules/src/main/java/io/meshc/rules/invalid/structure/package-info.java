/// What schemas refuse, those that come with meshc and the cluster's own: values, their number and their shape, and the rules of
/// definitions.
///
/// In: problems that [io.meshc.validate.schema] found. Out: findings, each kind of problem by a rule with a page. Deliberately absent:
/// fields that are unknown or missing and values of a wrong type, which readers of dialects find too: [io.meshc.rules.invalid].
@NullMarked
package io.meshc.rules.invalid.structure;

import org.jspecify.annotations.NullMarked;
