/// What is wrong, said by rules.
///
/// In: [Checked], which is one environment: its mesh, its resources and the problems of the stages before, and a
/// catalogue of [Rule]s. Out: [io.meshc.diag.Finding]s, sorted, with what their authors suppress taken out by
/// [Suppressions], what their project exempts by [Exemptions], and what the user does not ask for by [Selection]. Deliberately absent: the rules themselves (they
/// are in `io.meshc.rules`), reading files, and any notion of an output format.
@NullMarked
package io.meshc.validate.rule;

import org.jspecify.annotations.NullMarked;
